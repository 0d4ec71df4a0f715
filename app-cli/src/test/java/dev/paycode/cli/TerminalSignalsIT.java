package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a terminal in which the launcher's command is interrupted or terminated. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TerminalSignalsIT {

  private static final char CTRL_C = '\003';
  private static final String ERASE_LINE = "\r\033[K";

  @TempDir private Path home;
  private Path config;

  @BeforeEach
  void writeSettings() throws IOException {
    Path keys = home.resolve("keys");
    RunningSandbox.start(new HandMovedTime(), keys).close();
    config = keys.resolve("client.properties");
  }

  @Test
  void ctrl_c_at_a_password_lets_what_is_typed_be_seen_again() throws Exception {
    try (PseudoTerminal terminal = askingForAPassword()) {
      terminal.type("canary");
      terminal.type(CTRL_C);

      assertThat(terminal.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
      assertAsBefore(terminal);
      assertThat(terminal.output()).doesNotContain("canary");
    }
  }

  @Test
  void sigterm_at_a_password_lets_what_is_typed_be_seen_again() throws Exception {
    try (PseudoTerminal terminal = askingForAPassword()) {
      terminal.terminate();

      assertThat(terminal.exitCode()).isEqualTo(ExitCode.TERMINATED);
      assertAsBefore(terminal);
    }
  }

  private PseudoTerminal askingForAPassword() throws IOException {
    PseudoTerminal terminal =
        PseudoTerminal.shell(home, "paycode get --password --config " + config);
    terminal.awaitWords("Password: ");
    return terminal;
  }

  @Test
  void ctrl_c_between_attempts_leaves_an_empty_line() throws Exception {
    try (PseudoTerminal terminal = betweenAttempts()) {
      terminal.type(CTRL_C);

      assertThat(terminal.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(terminal.output()).endsWith(ERASE_LINE);
      assertAsBefore(terminal);
    }
  }

  @Test
  void sigterm_between_attempts_leaves_an_empty_line() throws Exception {
    try (PseudoTerminal terminal = betweenAttempts()) {
      terminal.terminate();

      assertThat(terminal.exitCode()).isEqualTo(ExitCode.TERMINATED);
      assertThat(terminal.output()).endsWith(ERASE_LINE);
    }
  }

  /** Nobody listens any longer where the sandbox of the settings was. */
  private PseudoTerminal betweenAttempts() throws IOException {
    PseudoTerminal terminal = PseudoTerminal.shell(home, "paycode get --config " + config);
    terminal.awaitWords("asking again in");
    return terminal;
  }

  @Test
  void ctrl_c_while_the_screen_waits_for_an_answer_gives_the_terminal_its_own_back()
      throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (DeafGateway gateway = DeafGateway.doing(asked::countDown);
        PseudoTerminal terminal =
            PseudoTerminal.shell(
                home,
                "paycode show --store memory: --config "
                    + config
                    + " --gateway "
                    + gateway.uri())) {
      terminal.await(frame -> String.join("\n", frame).contains("Fetching"));
      assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
      terminal.type(CTRL_C);

      assertThat(terminal.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(terminal.output()).endsWith(DrawnFrames.LEAVE);
      assertAsBefore(terminal);
    }
  }

  @Test
  void the_end_of_the_terminal_ends_what_it_shows() throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.shell(home, "paycode show")) {
      terminal.await(frame -> String.join("\n", frame).contains("Changes"));

      assertThat(terminal.exitCodeOnHangUp()).isEqualTo(ExitCode.HUNG_UP);
    }
  }

  private static void assertAsBefore(PseudoTerminal terminal) throws IOException {
    assertThat(terminal.settingsAfter()).isEqualTo(terminal.settingsBefore());
  }
}
