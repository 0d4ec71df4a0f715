package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a command whose streams are closed or full. */
class BrokenStreamsIT {

  @TempDir private Path home;

  /** A shell's words around the launcher. */
  private Launched shell(String words) {
    return Launched.start(
        home,
        Map.of(),
        List.of("sh", "-c", words.replace("paycode ", "'" + Launched.launcher() + "' ")));
  }

  @Test
  void whoever_stops_reading_ends_it_without_a_word() {
    try (Launched command = Launched.paycode(home, "explain").unread()) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.PIPE_CLOSED);
      assertThat(command.err()).isEmpty();
    }
  }

  @Test
  void a_full_disk_is_told_with_exit_code_6() {
    assumeThat(Path.of("/dev/full")).as("this system has no /dev/full").exists();

    try (Launched command = shell("paycode get --quantity=10 >/dev/full")) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.MISCONFIGURED);
      assertThat(command.err().lines())
          .hasSize(2)
          .first()
          .asString()
          .startsWith("paycode: the result cannot be written to stdout: ");
    }
  }

  @Test
  void a_picture_for_which_there_is_no_room_is_not_there_at_all() throws IOException {
    Path pictures = Files.createDirectory(home.resolve("pictures"));
    try (Launched command =
        shell("ulimit -f 4; paycode show --svg " + pictures.resolve("code.svg"))) {
      assertThat(command.exitCode()).as(command.err()).isEqualTo(ExitCode.MISCONFIGURED);
      assertThat(command.out()).isEmpty();
      assertThat(command.err()).contains("code.svg' cannot be written", "with room for it");
    }
    assertThat(pictures).isEmptyDirectory();
  }

  @Test
  void a_frame_for_a_full_disk_is_told_with_exit_code_6() {
    assumeThat(Path.of("/dev/full")).as("this system has no /dev/full").exists();

    try (Launched command = shell("paycode show >/dev/full")) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.MISCONFIGURED);
      assertThat(command.err()).contains("the result cannot be written to stdout: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"paycode show </dev/null", "TERM=dumb paycode show"})
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void where_nothing_can_be_typed_or_drawn_the_frame_has_the_width_of_the_terminal(String words)
      throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.shell(home, "stty cols 60; " + words)) {
      assertThat(terminal.exitCode()).as(terminal.output()).isZero();

      assertThat(terminal.output().lines())
          .anyMatch(line -> line.contains("▀"))
          .allMatch(line -> line.length() <= 60);
    }
  }

  @Test
  void a_closed_stdout_is_told_with_exit_code_6() {
    try (Launched command = shell("paycode explain SUCCESS >&-")) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.MISCONFIGURED);
      assertThat(command.err()).startsWith("paycode: the result cannot be written to stdout: ");
    }
  }

  @Test
  void a_closed_stdin_is_an_empty_body() {
    try (Launched command = shell("paycode sign - --client-id=c --private-key=missing.pem <&-")) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.MISCONFIGURED);
      assertThat(command.err()).contains("private key file 'missing.pem' does not exist");
    }
  }

  @Test
  void a_closed_stderr_changes_no_exit_code() {
    try (Launched command = shell("paycode explain SUCESS 2>&-")) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.INVALID);
      assertThat(command.out()).isEmpty();
    }
  }
}
