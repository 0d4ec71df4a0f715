package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A logger that writes facts and no texts. */
class JsonLogTest {

  @TempDir private Path directory;
  private Path file;
  private final List<String> troubles = new ArrayList<>();
  private JsonLog log;

  @BeforeEach
  void openLog() {
    file = directory.resolve("log");
    log = JsonLog.in(file, () -> HandMovedTime.NOON, (problem, advice) -> troubles.add(problem));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  @Test
  void facts_are_written_with_time_and_level() throws IOException {
    log.log(Level.WARNING, Map.of("event", "dropped"));

    assertThat(lines())
        .containsExactly(
            "{\"time\":\"2024-06-01T12:00:00Z\",\"level\":\"WARNING\",\"event\":\"dropped\"}");
  }

  @Test
  void of_a_text_and_what_was_thrown_nothing_is_written_but_the_class() throws IOException {
    Object anything = "canary";
    log.log(Level.ERROR, anything);
    log.log(Level.ERROR, "canary");
    log.log(Level.ERROR, "canary {0}", "canary");
    log.log(Level.ERROR, () -> "canary", new IOException("canary"));
    log.log(Level.ERROR, (java.util.ResourceBundle) null, "canary {0}", "canary");

    assertThat(lines())
        .hasSize(5)
        .allSatisfy(
            line -> assertThat(line).contains("\"event\":\"text\"").doesNotContain("canary"))
        .element(3)
        .asString()
        .endsWith("\"exception\":\"java.io.IOException\"}");
  }

  @Test
  void nothing_is_logged_at_the_level_off() throws IOException {
    log.log(Level.OFF, Map.of("event", "dropped"));

    assertThat(log.isLoggable(Level.OFF)).isFalse();
    assertThat(lines()).isEmpty();
  }

  @Test
  void how_a_call_that_ctrl_c_ended_came_out_is_written_as_well() throws IOException {
    Thread.currentThread().interrupt();

    log.log(Level.WARNING, Map.of("event", "outcome"));

    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(lines()).hasSize(1);
    assertThat(troubles).isEmpty();
  }

  @Test
  void a_file_that_was_taken_away_is_made_again_for_its_owner() throws IOException {
    Files.delete(file);

    log.log(Level.INFO, Map.of("event", "outcome"));

    assertThat(lines()).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
