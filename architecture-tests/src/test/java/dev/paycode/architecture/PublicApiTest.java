package dev.paycode.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody changes what others call without saying so. */
class PublicApiTest {

  private static final String ACCEPT = "api.accept";

  static Stream<PaycodeModule> published() {
    return Stream.of(PaycodeModule.values()).filter(module -> !module.exports().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("published")
  void the_public_api_is_the_one_that_was_agreed_upon(PaycodeModule module) throws IOException {
    Path agreed =
        Paycode.file("architecture-tests", "src/test/resources/api", module.directory() + ".txt");
    List<String> api = api(module);
    if (Boolean.getBoolean(ACCEPT)) {
      Files.createDirectories(agreed.getParent());
      Files.write(agreed, api);
    }

    assertThat(changes(lines(agreed), api))
        .as(
            "changes of the public API of %s; what is removed or changed breaks those who use it."
                + " If it is meant, run mvn -pl architecture-tests -am verify -D%s=true"
                + " and commit %s",
            module, ACCEPT, agreed.getFileName())
        .isEmpty();
  }

  /** Of a module that is new, nothing is agreed upon yet. */
  private static List<String> lines(Path agreed) throws IOException {
    return Files.exists(agreed) ? Files.readAllLines(agreed) : List.of();
  }

  private static List<String> api(PaycodeModule module) {
    return PublicApi.of(Paycode.CLASSES.that(Hexagon.in(List.copyOf(module.exports()))));
  }

  private static List<String> changes(List<String> agreed, List<String> api) {
    return Stream.concat(
            agreed.stream().filter(line -> !api.contains(line)).map(line -> "removed: " + line),
            api.stream().filter(line -> !agreed.contains(line)).map(line -> "added: " + line))
        .toList();
  }

  @Test
  void an_api_is_what_others_can_call_and_nothing_else() {
    assertThat(PublicApi.of(Fixture.only("sound.money", "sound.port.out", "sound.web")))
        .extracting(line -> line.replace(Fixture.ROOT, ""))
        .containsExactlyInAnyOrder(
            "sound.money.CardNumber is public final record",
            "sound.money.CardNumber: public java.lang.String digits()",
            "sound.money.CardNumber: public sound.money.CardNumber(java.lang.String)",
            "sound.money.Money is public final record",
            "sound.money.Money: public long cents()",
            "sound.money.Money: public sound.money.Money(long)",
            "sound.port.out.Orders is public abstract interface",
            "sound.port.out.Orders: public abstract void keep(sound.order.Order)"
                + " throws sound.port.out.OrdersUnavailableException",
            "sound.port.out.OrdersUnavailableException is public final class extends"
                + " java.lang.RuntimeException",
            "sound.port.out.OrdersUnavailableException: public"
                + " sound.port.out.OrdersUnavailableException()",
            "sound.web.OrderPage is public final class",
            "sound.web.OrderPage: public sound.web.OrderPage(sound.port.in.PlaceOrder)",
            "sound.web.OrderPage: public void submit(sound.order.Order)");
  }
}
