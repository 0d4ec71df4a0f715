package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.persistence.StoreKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever others log, nobody is told, even if somebody has asked Java for all of it. */
class SilentLibrariesTest {

  @TempDir private Path directory;

  private Launched ran(int exitCode, String... args) throws IOException {
    Path everything =
        Files.writeString(
            directory.resolve("logging.properties"),
            """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=ALL
            .level=ALL
            """);
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.add("-Xlog:disable");
    words.add("-Djava.util.logging.config.file=" + everything);
    words.add("-Djdk.httpclient.HttpClient.log=all");
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(Main.class.getName());
    Stream.of(args).forEach(words::add);
    try (Launched java = Launched.start(directory, Map.of(), words)) {
      assertThat(java.exitCode()).as(java.err()).isEqualTo(exitCode);
      return java;
    }
  }

  @Test
  void a_call_over_http_is_told_by_the_command_alone() throws IOException {
    Launched java = ran(ExitCode.OBTAINED, "get", "--log=" + directory.resolve("log"));

    assertThat(java.err()).isEmpty();
    assertThat(java.out().lines()).hasSize(3);
    assertThat(Files.readAllLines(directory.resolve("log")))
        .hasSize(2)
        .allSatisfy(line -> JsonSchemas.assertValid("log", line));
  }

  @Test
  void a_store_that_does_not_answer_is_told_in_two_lines() throws IOException {
    StoreKeys.generate().writeNew(directory.resolve("store.keys"));

    for (String store : List.of("redis://127.0.0.1:1", "jdbc:postgresql://127.0.0.1:1/wallet")) {
      Launched java =
          ran(
              ExitCode.GAVE_UP,
              "store",
              "status",
              "--store=" + store,
              "--store-keys=" + directory.resolve("store.keys"));

      assertThat(java.err().lines()).as(java.err()).hasSize(2);
      assertThat(java.out()).isEmpty();
    }
  }
}
