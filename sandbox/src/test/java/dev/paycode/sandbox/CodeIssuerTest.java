package dev.paycode.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.request.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CodeIssuerTest {

  private static final CustomerId CUSTOMER = CustomerId.parse("c");
  private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");

  private final Ledger ledger = new Ledger();
  private final CodeIssuer issuer = new CodeIssuer(new Random(1), ledger);

  private static List<IssuedCode> issue(CodeIssuer issuer, Instant now, int number) {
    return issuer.issue(Windows.from(now, number), code -> line(code, now));
  }

  private static Issuance line(IssuedCode code, Instant now) {
    return new Issuance(CUSTOMER, code, now, 1, "SUCCESS");
  }

  @Test
  void a_code_is_issued_from_the_second_it_was_asked_for_and_the_next_half_a_minute_later() {
    assertThat(issue(issuer, NOON.plusMillis(999), 2))
        .extracting(IssuedCode::window)
        .containsExactly(
            ValidityWindow.between(NOON, NOON.plusSeconds(60)),
            ValidityWindow.between(NOON.plusSeconds(30), NOON.plusSeconds(90)));
  }

  @Test
  void codes_have_the_same_digits_where_people_write_others() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThat(issue(issuer, NOON, 1))
          .singleElement()
          .satisfies(issued -> assertThat(issued.code().reveal()).matches("[0-9]{24}"));
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Property(tries = 200)
  void codes_have_the_real_shape_and_overlap_by_half_a_minute(
      @ForAll @IntRange(min = 1, max = 10) int quantity,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
      @ForAll long seed) {
    Instant now = Instant.ofEpochMilli(millis);
    List<IssuedCode> codes = issue(new CodeIssuer(new Random(seed), new Ledger()), now, quantity);

    assertThat(codes).hasSize(quantity);
    assertThat(codes).extracting(IssuedCode::code).doesNotHaveDuplicates();
    assertThat(codes)
        .allSatisfy(
            code -> {
              assertThat(code.code().reveal()).matches("28100602[0-9]{16}");
              assertThat(code.window().remainingAt(code.window().start()))
                  .isEqualTo(Duration.ofMinutes(1));
            });
    assertThat(codes.get(0).window().contains(now)).isTrue();
    assertThat(codes.get(quantity - 1).window().start())
        .isEqualTo(codes.get(0).window().start().plusSeconds(30L * (quantity - 1)));
  }

  @Test
  void every_code_is_in_the_ledger_with_its_customer_and_time() {
    List<IssuedCode> codes = issue(issuer, NOON, 10);
    assertThat(ledger.issued()).isEqualTo(codes.stream().map(code -> line(code, NOON)).toList());
  }

  @Test
  void a_code_in_the_ledger_is_not_issued_again() {
    PaymentCode first = firstCode(new CodeIssuer(new Random(7), ledger));
    PaymentCode second = firstCode(new CodeIssuer(new Random(7), ledger));
    assertThat(second).isNotEqualTo(first);
  }

  private static PaymentCode firstCode(CodeIssuer issuer) {
    return issue(issuer, NOON, 1).get(0).code();
  }

  @Test
  void a_random_source_that_repeats_itself_for_ever_is_reported() {
    CodeIssuer stuck = new CodeIssuer(() -> 42L, ledger);
    assertThatIllegalStateException()
        .isThrownBy(() -> issue(stuck, NOON, 2))
        .withMessageContaining("use one that does not repeat itself");
  }

  @Test
  void customers_at_once_get_different_codes() {
    IntStream.range(0, 500).parallel().forEach(call -> issue(issuer, NOON, 10));
    assertThat(ledger.issued()).hasSize(5_000).doesNotHaveDuplicates();
  }

  @Test
  void a_random_source_is_used_by_one_thread_at_a_time() {
    AtomicInteger users = new AtomicInteger();
    AtomicInteger mostUsers = new AtomicInteger();
    Random random = new Random(1);
    RandomGenerator watched =
        () -> {
          mostUsers.accumulateAndGet(users.incrementAndGet(), Math::max);
          long drawn = random.longs(50).sum();
          users.decrementAndGet();
          return drawn;
        };
    CodeIssuer careful = new CodeIssuer(watched, ledger);
    IntStream.range(0, 500).parallel().forEach(call -> issue(careful, NOON, 10));
    assertThat(mostUsers).hasValue(1);
  }
}
