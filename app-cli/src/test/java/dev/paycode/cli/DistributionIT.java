package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a distribution, unpacked somewhere and run from somewhere else. */
class DistributionIT {

  private static final Path MODULE = Path.of("").toAbsolutePath();

  @TempDir private Path home;
  private Path link;

  @BeforeEach
  void unpack() throws IOException {
    Path unpacked = Files.createDirectory(home.resolve("pay code"));
    for (String file : List.of("bin/paycode", "libexec/launch.sh")) {
      Path copy = unpacked.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(MODULE.resolve("src/dist").resolve(file), copy);
    }
    Files.createSymbolicLink(unpacked.resolve("lib"), MODULE.resolve("target/lib"));
    link = Files.createSymbolicLink(home.resolve("link"), unpacked.resolve("bin/paycode"));
  }

  /** It leads out of the directory that is going to be removed. */
  @AfterEach
  void unlink() throws IOException {
    Files.delete(home.resolve("pay code/lib"));
  }

  private Launched launched(Map<String, String> variables, String... args) {
    List<String> command = new ArrayList<>(List.of("sh", link.toString()));
    command.addAll(List.of(args));
    return Launched.start(home, variables, command);
  }

  @Test
  void it_runs_by_a_symbolic_link_from_anywhere() {
    try (Launched command = launched(Map.of(), "explain", "SUCCESS")) {
      assertThat(command.exitCode()).as(command.err()).isZero();

      assertThat(command.out()).startsWith("SUCCESS: a result code");
      assertThat(command.err()).isEmpty();
    }
  }

  @Test
  void a_java_that_is_not_there_is_told_in_two_lines_with_exit_code_6() {
    try (Launched command = launched(Map.of("JAVA_HOME", home.toString()), "explain")) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.MISCONFIGURED);

      assertThat(command.err().lines())
          .containsExactly(
              "paycode: JAVA_HOME is " + home + ", but there is no bin/java in it.",
              "Set JAVA_HOME to a JDK 17 or later, or unset it.");
    }
  }

  @Test
  void a_java_that_is_too_old_is_told_in_two_lines_with_exit_code_6() throws IOException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

    try (Launched command = launched(Map.of("JAVA_HOME", home.toString()), "explain")) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.MISCONFIGURED);

      assertThat(command.err().lines())
          .hasSize(2)
          .first()
          .asString()
          .isEqualTo("paycode: Java 11.0.2 at " + java + " is too old; 17 or later is needed.");
    }
  }
}
