package dev.paycode.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paycode.persistence.StoreKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option and argument of every command, given every value that is wrong for its kind. */
class WrongValueTest {

  private static final HandMovedTime TIME = new HandMovedTime();

  @TempDir private static Path directory;
  private static ServerSocketChannel gateway;
  private static String config;

  @BeforeAll
  static void listen() throws IOException {
    gateway = ServerSocketChannel.open();
    gateway.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    gateway.configureBlocking(false);
    String uri = "https://127.0.0.1:" + gateway.socket().getLocalPort();
    try (RunningSandbox sandbox = RunningSandbox.start(TIME, directory)) {
      config = sandbox.config();
      Path file = Path.of(config);
      Files.writeString(file, Files.readString(file).replace(sandbox.uri(), uri));
    }
    StoreKeys.generate().writeNew(directory.resolve("store.keys"));
    write("body", "{}".getBytes(UTF_8));
    write("secret", "secret\n".getBytes(UTF_8));
    write("client.p12", "none".getBytes(UTF_8));
    write("not-utf8", new byte[] {(byte) 0xc3, '(', '\n', (byte) 0xff});
  }

  private static void write(String name, byte[] content) throws IOException {
    Path file = Files.write(directory.resolve(name), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterAll
  static void stopListening() throws IOException {
    gateway.close();
  }

  static Stream<Arguments> uses() {
    return CommandTree.leaves()
        .flatMap(
            command ->
                command.spec().args().stream()
                    .filter(arg -> arg.arity().max() > 0)
                    .map(WrongValueTest::name)
                    .filter(name -> isLookedAt(command.name(), name))
                    .filter(name -> !command.name().equals("doctor") || !isFile(name))
                    .map(name -> arguments(command, name)));
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  /** The doctor opens them when their turn comes: see DoctorCommandTest. */
  private static boolean isFile(String name) {
    return Setting.all().anyMatch(it -> it.isPath() && it.option().equals(name));
  }

  /** Settings are shared by all commands: one that a command does not need may be wrong. */
  private static boolean isLookedAt(String command, String name) {
    return Setting.all()
        .filter(setting -> setting.option().equals(name))
        .noneMatch(
            setting ->
                switch (command) {
                  case "get" -> setting.topic() == Setting.Topic.STORE;
                  case "doctor" -> setting.topic() == Setting.Topic.STORE || setting == Setting.LOG;
                  case "config" -> true;
                  default -> false;
                });
  }

  @Test
  void the_kind_of_each_is_known() {
    assertThat(CommandTree.all().flatMap(command -> command.spec().args().stream()))
        .filteredOn(arg -> arg.arity().max() > 0)
        .extracting(WrongValueTest::name)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(OptionKind.of(name)).as(name).isPresent());
  }

  @ParameterizedTest
  @Timeout(60)
  @MethodSource("uses")
  void a_wrong_value_is_named_in_two_lines_and_nothing_is_done(CommandTree command, String name)
      throws IOException {
    Set<String> before = files();
    SoftAssertions all = new SoftAssertions();
    OptionKind.of(name).orElseThrow().wrong().forEach(value -> check(command, name, value, all));
    all.assertThat(files()).as("files").isEqualTo(before);
    try (SocketChannel connection = gateway.accept()) {
      all.assertThat(connection).as("a connection to the gateway").isNull();
    }
    all.assertAll();
  }

  private static void check(CommandTree command, String name, AnyValue value, SoftAssertions all) {
    String text = value.in(directory);
    List<String> words = RightUse.of(command, name, text, config);
    Cli cli = Cli.withoutTerminal(TIME);
    // What is taken for right after all shall not run for ever.
    TIME.afterSleep(now -> Thread.currentThread().interrupt());

    int exitCode = cli.run(words.toArray(String[]::new));

    String told = command.name().equals("doctor") ? cli.out() + cli.err() : cli.err();
    String what = command.name() + " " + name + " " + value + ": " + exitCode + "\n" + told;
    all.assertThat(exitCode).as(what).isIn(ExitCode.INVALID, ExitCode.MISCONFIGURED);
    all.assertThat(told).as(what).doesNotContain("Exception", "\tat ");
    all.assertThat(named(told, name, text)).as(what).isTrue();
    if (told.equals(cli.err())) {
      all.assertThat(cli.err().lines()).as(what).hasSize(2);
      all.assertThat(cli.out()).as(what).isEmpty();
    }
    Thread.interrupted();
  }

  /**
   * By the option or, if it is a file or an argument, by what was given, at least its beginning.
   */
  private static boolean named(String told, String name, String text) {
    String line = text.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "?").strip();
    String beginning = line.substring(0, Math.min(8, line.length()));
    return told.contains(name) || told.contains("'" + beginning) || told.contains("'****'");
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> inDirectory = Files.walk(directory);
        Stream<Path> here = Files.list(Path.of(""))) {
      return Stream.concat(inDirectory, here).map(Path::toString).collect(Collectors.toSet());
    }
  }
}
