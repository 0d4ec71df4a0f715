package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a command whose streams are closed or full. */
class BrokenStreamsIT {

  private static final Path PAYCODE = Path.of("../paycode").toAbsolutePath().normalize();

  @TempDir private Path home;

  /** A shell's words around the launcher. */
  private Launched shell(String words) {
    Launched.paycode(home, "--version").close();
    return Launched.start(
        home, Map.of(), List.of("sh", "-c", words.replace("paycode", "'" + PAYCODE + "'")));
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
