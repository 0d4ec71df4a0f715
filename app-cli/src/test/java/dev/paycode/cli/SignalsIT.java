package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.persistence.StoreKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a command that is interrupted or terminated. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SignalsIT {

  @TempDir private Path home;
  private Path keys;

  @BeforeEach
  void writeSettings() throws IOException {
    keys = home.resolve("keys");
    RunningSandbox.start(new HandMovedTime(), keys).close();
  }

  @ParameterizedTest
  @CsvSource({
    "http, INT, 130",
    "http, TERM, 143",
    "http, HUP, 129",
    "https, INT, 130",
    "https, TERM, 143",
    "https, HUP, 129"
  })
  void a_request_or_connection_under_way_is_dropped_without_a_word(
      String scheme, String signal, int exitCode) throws IOException, InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    try (DeafGateway gateway = DeafGateway.doing(asked::countDown);
        Launched get =
            Launched.paycode(
                home,
                "get",
                "--config",
                keys.resolve("client.properties").toString(),
                "--gateway",
                gateway.uri().replace("http:", scheme + ":"),
                "--log",
                home.resolve("log").toString(),
                "--format=json")) {
      assertThat(asked.await(1, TimeUnit.MINUTES)).as(get.err()).isTrue();

      assertEndsWithoutAWord(get, signal, exitCode);
      assertThat(Files.readString(home.resolve("log"))).isEmpty();
    }
  }

  private static void assertEndsWithoutAWord(Launched command, String signal, int exitCode) {
    assertThat(command.signal(signal).exitCode()).isEqualTo(exitCode);
    assertThat(command.out()).isEmpty();
    assertThat(command.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void a_command_that_still_reads_its_settings_ends_without_a_word(String signal, int exitCode)
      throws IOException, InterruptedException {
    Path settings = home.resolve("settings");
    new ProcessBuilder("mkfifo", settings.toString()).start().waitFor();
    try (Launched get = Launched.paycode(home, "get", "--config", settings.toString());
        // Waits until somebody reads it.
        OutputStream unfinished = Files.newOutputStream(settings)) {
      unfinished.write('#');

      assertEndsWithoutAWord(get, signal, exitCode);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void a_store_that_does_not_answer_is_left_without_a_word(String signal, int exitCode)
      throws IOException, InterruptedException {
    Path storeKeys = home.resolve("store.keys");
    StoreKeys.generate().writeNew(storeKeys);
    CountDownLatch asked = new CountDownLatch(1);
    try (DeafGateway server = DeafGateway.doing(asked::countDown);
        Launched show =
            Launched.paycode(
                home,
                "show",
                "--config",
                keys.resolve("client.properties").toString(),
                "--store",
                server.uri().replace("http:", "jdbc:postgresql:") + "/wallet",
                "--store-keys",
                storeKeys.toString())) {
      assertThat(asked.await(1, TimeUnit.MINUTES)).as(show.err()).isTrue();

      assertEndsWithoutAWord(show, signal, exitCode);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void a_page_is_served_no_longer(String signal, int exitCode) throws IOException {
    try (Launched show = Launched.paycode(home, "show", "--web")) {
      String line = show.awaitLine(words -> words.contains("http://127.0.0.1:"));
      int port = URI.create(line.substring(line.indexOf("http:")).split("\\s", 2)[0]).getPort();

      assertThat(show.signal(signal).exitCode()).isEqualTo(exitCode);
      assertThat(show.err()).isEmpty();
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
          .isInstanceOf(ConnectException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
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
