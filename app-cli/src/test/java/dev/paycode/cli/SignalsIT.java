package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a command that is interrupted or terminated. */
class SignalsIT {

  @TempDir private Path home;
  private Path keys;

  @BeforeEach
  void writeSettings() throws IOException {
    keys = home.resolve("keys");
    RunningSandbox.start(new HandMovedTime(), keys).close();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void a_request_under_way_is_dropped_without_a_word(String signal, int exitCode)
      throws IOException, InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    try (DeafGateway gateway = DeafGateway.doing(asked::countDown);
        Launched get =
            Launched.paycode(
                home,
                "get",
                "--config",
                keys.resolve("client.properties").toString(),
                "--gateway",
                gateway.uri(),
                "--log",
                home.resolve("log").toString(),
                "--format=json")) {
      assertThat(asked.await(1, TimeUnit.MINUTES)).as(get.err()).isTrue();

      assertThat(get.signal(signal).exitCode()).isEqualTo(exitCode);
      assertThat(get.out()).isEmpty();
      assertThat(get.err()).isEmpty();
      assertThat(Files.readString(home.resolve("log"))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void a_sandbox_ends(String signal, int exitCode) {
    try (Launched sandbox =
        Launched.paycode(home, "sandbox", "--port=0", "--keys", keys.toString())) {
      sandbox.awaitLine(line -> line.startsWith("The sandbox listens at "));

      assertThat(sandbox.signal(signal).exitCode()).isEqualTo(exitCode);
      assertThat(sandbox.err()).isEmpty();
    }
  }

  @Test
  void a_password_that_cannot_be_asked_for_is_told() {
    try (Launched get = Launched.paycode(home, "get", "--password")) {
      assertThat(get.exitCode()).isEqualTo(ExitCode.INVALID);
      assertThat(get.err()).contains("there is no terminal to ask for the password on");
    }
  }
}
