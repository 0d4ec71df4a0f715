package dev.paycode.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.PaymentCode;
import dev.paycode.handling.Cause;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.UseCases;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one server retires, no other shows. */
class RetiredEverywhereTest {

  private final CodeRequest request = Customers.request("c0", CodeQuantity.MOST);
  private final CodeHolder holder = request.holder();

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void a_code_that_was_used_on_one_server_is_not_shown_on_another(Engine engine)
      throws IOException {
    try (Fleet fleet = Fleet.over(engine.server(), directory)) {
      UseCases one = fleet.useCases(gateway -> gateway);
      UseCases other = fleet.useCases(gateway -> gateway);
      PaymentCode used = shown(one);
      assertThat(shown(other)).isEqualTo(used);

      one.retire().retire(holder, used);

      assertThat(shown(other)).isNotEqualTo(used).isEqualTo(shown(one));
      assertThat(fleet.sandbox().issued()).hasSize(2 * 10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void after_a_log_out_on_one_server_another_fetches_anew(Engine engine) throws IOException {
    try (Fleet fleet = Fleet.over(engine.server(), directory)) {
      UseCases one = fleet.useCases(gateway -> gateway);
      UseCases other = fleet.useCases(gateway -> gateway);
      PaymentCode before = shown(one);

      one.retire().retireAll(holder);

      assertThat(shown(other)).isNotEqualTo(before);
      assertThat(fleet.store().find(holder).codes()).hasSize(10);
      assertThat(fleet.store().find(holder).retired()).hasSize(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void codes_on_their_way_to_one_server_come_to_nothing_by_a_log_out_on_another(Engine engine)
      throws IOException {
    try (Fleet fleet = Fleet.over(engine.server(), directory)) {
      UseCases one = fleet.useCases(gateway -> gateway);
      UseCases other = fleet.useCases(gateway -> loggingOut(gateway, one));

      assertThat(other.present().present(request))
          .isInstanceOfSatisfying(
              Showing.NoCode.class,
              none ->
                  assertThat(none.outcome())
                      .isInstanceOfSatisfying(
                          Outcome.GaveUp.class,
                          end ->
                              assertThat(end.lastReply())
                                  .isEqualTo(new Reply.NoResult(Cause.RETIRED_MEANWHILE))));
      assertThat(fleet.sandbox().issued()).hasSize(10);
      assertThat(fleet.store().find(holder).codes()).isEmpty();
    }
  }

  private CodeGateway loggingOut(CodeGateway gateway, UseCases elsewhere) {
    return prepared -> {
      elsewhere.retire().retireAll(holder);
      return gateway.prepare(prepared);
    };
  }

  private PaymentCode shown(UseCases server) {
    Showing showing = server.present().present(request);
    assertThat(showing).isInstanceOf(Showing.Code.class);
    return ((Showing.Code) showing).presentation().code();
  }
}
