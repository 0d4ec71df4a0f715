package dev.paycode.cli;

import static dev.paycode.sandbox.ScriptedCustomer.EMPTY_LIST;
import static dev.paycode.sandbox.ScriptedCustomer.HTTP_429;
import static dev.paycode.sandbox.ScriptedCustomer.HTTP_502;
import static dev.paycode.sandbox.ScriptedCustomer.NO_ANSWER;
import static dev.paycode.sandbox.ScriptedCustomer.REQUEST_TRAFFIC_EXCEED_LIMIT;
import static dev.paycode.sandbox.ScriptedCustomer.SUCCESS;
import static dev.paycode.sandbox.ScriptedCustomer.UNKNOWN_EXCEPTION;
import static dev.paycode.sandbox.ScriptedCustomer.U_THEN_S;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.RetryPolicy;
import dev.paycode.result.SpecifiedCode;
import dev.paycode.sandbox.ScriptedCustomer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptedCustomersTest {

  private static final Set<ScriptedCustomer> OBTAINED = Set.of(SUCCESS, U_THEN_S);
  private static final Set<ScriptedCustomer> GAVE_UP =
      Set.of(
          UNKNOWN_EXCEPTION,
          REQUEST_TRAFFIC_EXCEED_LIMIT,
          HTTP_502,
          HTTP_429,
          NO_ANSWER,
          EMPTY_LIST);

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

  @ParameterizedTest
  @EnumSource
  void each_has_its_exit_code_and_leaks_no_digits(ScriptedCustomer customer) {
    if (customer == NO_ANSWER) {
      cli.retrying(
          RetryPolicy.ofDefaults().withMaxAttempts(1).withAttemptTimeout(Duration.ofMillis(50)));
    }

    int exitCode =
        cli.run(
            "get", "--verbose", "--config", sandbox.config(), "--customer", customer.customerId());

    assertThat(exitCode).isEqualTo(expected(customer));
    assertThat(sandbox.digits()).noneMatch(digits -> (cli.out() + cli.err()).contains(digits));
  }

  private static int expected(ScriptedCustomer customer) {
    if (OBTAINED.contains(customer)) {
      return ExitCode.OBTAINED;
    }
    if (GAVE_UP.contains(customer)) {
      return ExitCode.GAVE_UP;
    }
    return Arrays.stream(SpecifiedCode.values())
            .anyMatch(code -> code.name().equals(customer.name()))
        ? ExitCode.REFUSED
        : ExitCode.UNTRUSTED;
  }
}
