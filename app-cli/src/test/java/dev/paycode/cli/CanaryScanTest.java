package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paycode.handling.RetryPolicy;
import dev.paycode.persistence.StoreKeys;
import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.sandbox.SandboxTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command, in the ways in which it succeeds and fails, with every secret that a user can
 * have: none of them is in its output, its errors, its stack traces or the log, but what the
 * command is there to print.
 */
class CanaryScanTest {

  private static final HandMovedTime TIME = new HandMovedTime();

  @TempDir private static Path directory;
  private static RunningSandbox sandbox;
  private static TunnellingProxy proxy;
  private static Canaries canaries;

  /** What a command makes, if it makes something. */
  private final Path fresh = file(UUID.randomUUID().toString());

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        RunningSandbox.start(
            SandboxOptions.of(RunningSandbox.KEYS, TIME, new Random(1))
                .withTls(SandboxTls.generate()),
            directory);
    proxy = TunnellingProxy.start();
    StoreKeys.generate().writeNew(directory.resolve("store.keys"));
    write("password", "canary-password\n");
    write("wrong", "canary-wrong\n");
    write("headers", "X-Key: canary-header\n");
    write("no-headers", "canary-header\n");
    write("client.p12", "canary-certificate");
    write("body", "{\"deviceTokenId\":\"d\",\"paymentCode\":\"" + Canaries.TYPED_CODE + "\"}");
    Cli.withoutTerminal(TIME)
        .run(
            "keys",
            "generate",
            "--out=" + directory + "/own",
            "--password-file=" + file("password"));
    canaries = Canaries.of(List.of(file("mpp-private-key.pem"), file("store.keys")));
  }

  private static Path file(String name) {
    return directory.resolve(name);
  }

  private static void write(String name, String text) throws IOException {
    Files.setPosixFilePermissions(
        Files.writeString(file(name), text), PosixFilePermissions.fromString("rw-------"));
  }

  @AfterAll
  static void stop() throws IOException {
    proxy.close();
    sandbox.close();
  }

  @Test
  void every_command_is_run() {
    assertThat(CommandTree.leaves().map(CommandTree::name))
        .containsExactlyInAnyOrderElementsOf(CanaryUses.commands());
  }

  static Stream<Arguments> runs() {
    return CommandTree.leaves()
        .flatMap(
            command ->
                CanaryUses.of(command.name())
                    .flatMap(
                        use ->
                            variants(command).map(more -> arguments(command.name(), use, more))));
  }

  /** With {@code --verbose} all is told that is told without. */
  private static Stream<List<String>> variants(CommandTree command) {
    return command.spec().findOption("--format") == null
        ? Stream.of(List.of("--verbose"))
        : Stream.of(List.of("--verbose"), List.of("--verbose", "--format=json"));
  }

  @ParameterizedTest
  @Timeout(60)
  @MethodSource("runs")
  void no_secret_is_told(String command, CanaryUses.Use use, List<String> more) throws IOException {
    Files.deleteIfExists(file("log"));
    TIME.afterSleep(now -> Thread.currentThread().interrupt());
    Cli cli =
        Cli.withoutTerminal(TIME)
            .retrying(RetryPolicy.ofDefaults().withMaxAttempts(1))
            .with("PAYCODE_LOG", file("log").toString())
            .with("PAYCODE_AGENT_TOKEN", "canary-token")
            .with("PAYCODE_HEADERS", file("headers").toString())
            .with("PAYCODE_STORE_PASSWORD", "canary-store")
            .with("PAYCODE_CLIENT_CERTIFICATE_PASSWORD", "canary-certificate");

    int exitCode = cli.run(words(command, use, more).toArray(String[]::new));
    Thread.interrupted();

    String log = Files.exists(file("log")) ? Files.readString(file("log")) : "";
    String told = cli.out() + cli.err() + log;
    assertThat(exitCode).as(told).isEqualTo(use.exitCode());
    assertThat(told).isNotEmpty();
    Set<Canaries.Kind> heard = canaries.in(told, sandbox.digits());
    heard.removeAll(use.purpose());
    assertThat(heard).as(told).isEmpty();
    assertThat(canaries.in(cli.err() + log, sandbox.digits()))
        .as("whatever the command is for")
        .isEmpty();
    assertThat(Canaries.of(made()).in(told, List.of()))
        .as("a key that was just made")
        .doesNotContain(Canaries.Kind.KEY);
  }

  private List<Path> made() {
    return Stream.of(fresh, fresh.resolve("mpp-private-key.pem"))
        .filter(Files::isRegularFile)
        .toList();
  }

  private List<String> words(String command, CanaryUses.Use use, List<String> more)
      throws IOException {
    String key = Files.readString(file("mpp-private-key.pem"));
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    for (String word : use.line().split(" ", -1)) {
      words.add(
          word.replace("CONFIG", "--config=" + sandbox.config())
              .replace("PROXY", proxy.address())
              .replace("FRESH", fresh.toString())
              .replace("DIR", directory.toString())
              .replace("BASE64TEXT", key.replaceAll("-----[A-Z ]+-----|\\s", ""))
              .replace("KEYTEXT", key)
              .replace("DIGITS", Canaries.TYPED_CODE));
    }
    words.removeIf(String::isEmpty);
    words.addAll(more);
    return words;
  }
}
