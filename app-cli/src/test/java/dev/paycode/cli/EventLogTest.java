package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.withoutTerminal(time);

  @TempDir private Path directory;
  private RunningSandbox sandbox;
  private Path log;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(time, directory);
    log = directory.resolve("log");
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  private List<String> events(String customer) throws IOException {
    cli.with("PAYCODE_LOG", log.toString())
        .run("get", "--config", sandbox.config(), "--customer", customer, "--quantity=10");
    return Files.readAllLines(log);
  }

  @Test
  void each_attempt_wait_and_outcome_is_a_line_as_the_schema_says() throws IOException {
    List<String> events = events("sandbox-U-THEN-S");

    assertThat(events).allSatisfy(line -> JsonSchemas.assertValid("log", line));
    assertThat(events)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains(
                        "\"level\":\"WARNING\",\"event\":\"attempt\",\"number\":1",
                        "\"kind\":\"ANSWER\",\"resultCode\":\"UNKNOWN_EXCEPTION\""),
            line -> assertThat(line).contains("\"event\":\"pause\",\"kind\":\"RETRY\""),
            line -> assertThat(line).contains("\"number\":2", "\"codes\":10"),
            line ->
                assertThat(line)
                    .contains(
                        "\"level\":\"INFO\",\"event\":\"outcome\",\"kind\":\"OBTAINED\",\"attempts\":2"));
  }

  @Test
  void what_brings_no_result_is_a_line_with_its_cause() throws IOException {
    assertThat(events("sandbox-UNSIGNED"))
        .allSatisfy(line -> JsonSchemas.assertValid("log", line))
        .first()
        .asString()
        .contains("\"kind\":\"NO_RESULT\",\"cause\":\"SIGNATURE_MISSING\"");
  }

  @Test
  void no_line_holds_a_code() throws IOException {
    List<String> events = events("c");

    assertThat(sandbox.digits()).hasSize(10).noneMatch(events.toString()::contains);
  }

  @Test
  void lines_are_appended_to_a_file_of_mode_600() throws IOException {
    int first = events("c").size();

    assertThat(events("c")).hasSize(2 * first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_log_that_cannot_be_written_is_named_before_anything_is_asked() {
    log = directory.resolve("missing/log");

    int exitCode = cli.run("get", "--config", sandbox.config(), "--log", log.toString());

    assertThat(exitCode).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err()).startsWith("paycode: the log '" + log + "' cannot be written");
    assertThat(sandbox.digits()).isEmpty();
  }

  @Test
  void a_full_disk_is_told_once_and_changes_nothing_else() {
    assumeThat(Path.of("/dev/full")).as("this system has no /dev/full").exists();

    int exitCode = cli.run("get", "--config", sandbox.config(), "--log", "/dev/full");

    assertThat(exitCode).isZero();
    assertThat(cli.err().lines()).hasSize(2);
    assertThat(cli.err()).contains("the log '/dev/full' cannot be written any longer");
  }
}
