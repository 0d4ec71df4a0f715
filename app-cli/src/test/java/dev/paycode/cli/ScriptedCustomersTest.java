package dev.paycode.cli;

import static dev.paycode.sandbox.ScriptedCustomer.ENDLESS_BODY;
import static dev.paycode.sandbox.ScriptedCustomer.ENDLESS_INTERIM_ANSWERS;
import static dev.paycode.sandbox.ScriptedCustomer.NO_ANSWER;
import static dev.paycode.sandbox.ScriptedCustomer.SLOW;
import static dev.paycode.sandbox.ScriptedCustomer.SLOW_BODY;
import static dev.paycode.sandbox.ScriptedCustomer.SLOW_HEAD;
import static dev.paycode.sandbox.ScriptedCustomer.STALLED_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.RetryPolicy;
import dev.paycode.result.SpecifiedCode;
import dev.paycode.sandbox.ScriptedCustomer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The command against a gateway that misbehaves in every way the sandbox knows. */
class ScriptedCustomersTest {

  private static final Set<ScriptedCustomer> WITHOUT_END =
      Set.of(
          NO_ANSWER,
          SLOW,
          SLOW_HEAD,
          SLOW_BODY,
          STALLED_BODY,
          ENDLESS_BODY,
          ENDLESS_INTERIM_ANSWERS);

  private static final HandMovedTime TIME = new HandMovedTime();

  @TempDir private static Path directory;
  private static RunningSandbox sandbox;

  private final Cli cli = Cli.withoutTerminal(TIME);

  @BeforeAll
  static void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(TIME, directory);
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  private int get(ScriptedCustomer customer) {
    if (WITHOUT_END.contains(customer)) {
      cli.retrying(
          RetryPolicy.ofDefaults().withMaxAttempts(1).withAttemptTimeout(Duration.ofMillis(50)));
    }
    return cli.run(
        "get", "--verbose", "--config", sandbox.config(), "--customer", customer.customerId());
  }

  static Stream<ScriptedCustomer> specified() {
    return Arrays.stream(SpecifiedCode.values()).map(code -> ScriptedCustomer.valueOf(code.name()));
  }

  @ParameterizedTest
  @MethodSource("specified")
  void each_specified_result_has_its_exit_code(ScriptedCustomer customer) {
    assertThat(get(customer))
        .isEqualTo(
            switch (SpecifiedCode.valueOf(customer.name()).status()) {
              case S -> ExitCode.OBTAINED;
              case F -> ExitCode.REFUSED;
              case U -> ExitCode.GAVE_UP;
            });
  }

  /** Which of them it is for each fault, the tests of the HTTP adapter say. */
  @ParameterizedTest
  @EnumSource
  void no_answer_makes_the_command_fail_itself_or_leak_digits(ScriptedCustomer customer) {
    assertThat(get(customer))
        .isIn(
            ExitCode.OBTAINED,
            ExitCode.REFUSED,
            ExitCode.GAVE_UP,
            ExitCode.UNTRUSTED,
            ExitCode.MISCONFIGURED);
    assertThat(sandbox.digits()).noneMatch(digits -> (cli.out() + cli.err()).contains(digits));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.INCLUDE,
      names = {
        "UNSIGNED",
        "WRONGLY_SIGNED",
        "OTHER_PATH",
        "OTHER_CLIENT",
        "STALE",
        "TWO_SIGNATURES"
      })
  void nothing_that_nobody_signed_for_this_call_is_taken_for_a_code(ScriptedCustomer customer) {
    assertThat(get(customer)).isEqualTo(ExitCode.UNTRUSTED);
    assertThat(cli.out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCESS", "U_THEN_S", "CHUNKED", "UNKNOWN_FIELDS", "REORDERED_SIGNATURE"})
  void what_is_right_in_an_unusual_way_is_taken(ScriptedCustomer customer) {
    assertThat(get(customer)).isEqualTo(ExitCode.OBTAINED);
  }
}
