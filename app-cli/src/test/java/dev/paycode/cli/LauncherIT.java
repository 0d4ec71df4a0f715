package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command through the launcher itself, from what this build has packaged. */
class LauncherIT {

  @TempDir private Path home;

  private Launched paycode(String... args) {
    return Launched.paycode(home, args);
  }

  private static void assertEnd(Launched command, int exitCode) {
    int ended = command.exitCode();
    assertThat(ended).as(command.out() + command.err()).isEqualTo(exitCode);
  }

  static Stream<String> commands() {
    return PaycodeCommand.COMMANDS.stream()
        .map(type -> type.getAnnotation(CommandLine.Command.class).name());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_tells_its_options(String name) {
    try (Launched command = paycode(name, "--help")) {
      assertEnd(command, ExitCode.OBTAINED);

      assertThat(command.out()).contains("Usage: paycode " + name, "Exit codes:");
      assertThat(command.err()).isEmpty();
    }
  }

  @Test
  void the_version_tells_commit_and_java() {
    try (Launched command = paycode("--version")) {
      assertEnd(command, ExitCode.OBTAINED);

      assertThat(command.out())
          .matches("paycode \\S+ \\(commit \\S+\\)\nJava " + Runtime.version().feature() + ".*");
    }
  }

  @Test
  void get_prints_a_masked_code() {
    try (Launched command = paycode("get")) {
      assertEnd(command, ExitCode.OBTAINED);

      assertThat(command.out()).containsPattern("\\*{20}[0-9]{4} ").contains("pay for nothing");
      assertThat(command.err()).isEmpty();
    }
  }

  @Test
  void show_prints_one_frame_where_stdout_is_no_terminal() {
    try (Launched command = paycode("show")) {
      assertEnd(command, ExitCode.OBTAINED);

      assertThat(command.out()).contains("\u2588");
    }
  }

  @Test
  void explain_explains() {
    try (Launched command = paycode("explain", "SUCCESS")) {
      assertEnd(command, ExitCode.OBTAINED);

      assertThat(command.out()).startsWith("SUCCESS: a result code with status S");
    }
  }

  @Test
  void config_takes_variables_and_the_users_own_file() throws IOException {
    Path own = Files.createDirectories(home.resolve(".config/paycode"));
    Files.writeString(own.resolve("paycode.properties"), "clientId=mine\n");

    try (Launched command =
        Launched.paycode(home, Map.of("PAYCODE_KEY_VERSION", "3"), "config", "--format", "json")) {
      assertEnd(command, ExitCode.OBTAINED);

      JsonSchemas.assertValid("config", command.out());
      assertThat(command.out()).contains("\"value\":\"mine\"", "\"value\":\"3\"");
    }
  }

  @Test
  void a_completion_script_is_one_that_bash_reads() {
    try (Launched command = paycode("completion", "bash")) {
      assertEnd(command, ExitCode.OBTAINED);
      try (Launched bash =
          Launched.start(
                  home, Map.of(), List.of("bash", "-c", "source /dev/stdin && complete -p paycode"))
              .reading(command.out())) {
        assertEnd(bash, 0);
        assertThat(bash.out()).contains("paycode");
      }
    }
  }

  @Test
  void keys_are_made_inspected_and_sign_what_verifies() throws IOException {
    Path keys = home.resolve("keys");
    String ours = keys.resolve("mpp-private-key.pem").toString();
    String open = keys.resolve("mpp-public-key.pem").toString();
    try (Launched generate = paycode("keys", "generate", "--out", keys.toString())) {
      assertEnd(generate, ExitCode.OBTAINED);
    }
    try (Stream<Path> files = Files.list(keys)) {
      assertThat(files.map(Path::toString)).containsExactlyInAnyOrder(ours, open);
    }
    try (Launched inspect = paycode("keys", "inspect", ours, open)) {
      assertEnd(inspect, ExitCode.OBTAINED);
      assertThat(inspect.out()).endsWith("The two are a pair.");
    }
    try (Launched sign =
        paycode("sign", "-", "--client-id=c", "--private-key", ours, "--time=2024-06-01T12:00:00Z")
            .reading("{}")) {
      assertEnd(sign, ExitCode.OBTAINED);
      String signature =
          sign.out()
              .lines()
              .filter(line -> line.startsWith("Signature: "))
              .map(line -> line.substring("Signature: ".length()))
              .findFirst()
              .orElseThrow();
      try (Launched verify =
          paycode(
                  "verify",
                  "-",
                  "--client-id=c",
                  "--alipay-public-key",
                  open,
                  "--time=2024-06-01T12:00:00Z",
                  "--signature",
                  signature)
              .reading("{}")) {
        assertEnd(verify, ExitCode.OBTAINED);
        assertThat(verify.out()).contains("Verified, key version 1.");
      }
    }
  }

  @Test
  void a_sandbox_serves_another_process_until_it_is_terminated() {
    String keys = home.resolve("keys").toString();
    try (Launched sandbox = paycode("sandbox", "--port=0", "--keys", keys)) {
      sandbox.awaitLine(line -> line.contains("pay for nothing"));

      try (Launched get = paycode("get", "--config", keys + "/client.properties")) {
        assertEnd(get, ExitCode.OBTAINED);
        assertThat(get.out()).containsPattern("\\*{20}[0-9]{4} ");
      }
      try (Launched get =
          paycode(
              "get",
              "--config",
              keys + "/client.properties",
              "--customer=sandbox-PROCESS_FAIL",
              "--format=json")) {
        assertEnd(get, ExitCode.REFUSED);
        JsonSchemas.assertValid("get", get.out());
        assertThat(get.err().lines()).hasSize(2);
      }
      assertEnd(sandbox.signal("TERM"), ExitCode.TERMINATED);
    }
  }

  @Test
  void a_wrong_option_is_answered_with_the_one_that_was_meant() {
    try (Launched command = paycode("get", "--quantty=2")) {
      assertEnd(command, ExitCode.INVALID);

      assertThat(command.err()).contains("--quantity");
    }
  }
}
