package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A logger that writes facts and no texts. */
class JsonLogTest {

  private static final PrintStream NOWHERE =
      new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private Path file;
  private JsonLog log;

  @BeforeEach
  void openLog() {
    file = directory.resolve("log");
    ErrorLines errors = new ErrorLines(new Streams(NOWHERE, NOWHERE));
    log = JsonLog.in(file, () -> HandMovedTime.NOON, errors);
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
}
