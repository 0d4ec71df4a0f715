package dev.paycode.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A real terminal, as {@code script} of util-linux makes one, with a shell in it that runs the
 * command in a process of its own and notes how it leaves the terminal.
 */
final class PseudoTerminal implements AutoCloseable {

  private final Path directory;
  private final Process script;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  private PseudoTerminal(Path directory, Process script) {
    this.directory = directory;
    this.script = script;
  }

  /** A terminal of 120 columns by 40 lines in which the command runs, its time sped up. */
  static PseudoTerminal running(Path directory, String... args) throws IOException {
    return start(
        directory,
        Stream.concat(java(), Stream.of(args)).map(PseudoTerminal::quoted).collect(joining(" ")),
        Map.of());
  }

  /** Such a terminal with a shell's words, in which {@code paycode} is the launcher. */
  static PseudoTerminal shell(Path directory, String words) throws IOException {
    return start(
        directory,
        words.replace("paycode ", quoted(Launched.launcher().toString()) + " "),
        Launched.environment(directory));
  }

  private static PseudoTerminal start(Path directory, String words, Map<String, String> variables)
      throws IOException {
    skipWithoutScript();
    String command =
        "trap : INT HUP; stty rows 40 cols 120; tty > tty; stty -a > before; "
            + words
            + "; echo $? > exit-code; stty -a > after";
    ProcessBuilder builder =
        new ProcessBuilder("script", "--quiet", "--flush", "--command", command, "/dev/null")
            .directory(directory.toFile());
    builder.environment().putAll(variables);
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().remove("NO_COLOR");
    return new PseudoTerminal(directory, builder.start());
  }

  private static void skipWithoutScript() {
    try {
      Process version = new ProcessBuilder("script", "--version").redirectErrorStream(true).start();
      String words = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!words.contains("util-linux")) {
        abort("'script' is not that of util-linux: no pseudo-terminal to test in");
      }
    } catch (IOException missing) {
      abort("'script' of util-linux is not installed: no pseudo-terminal to test in");
    }
  }

  private static Stream<String> java() {
    return Stream.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-Dfile.encoding=UTF-8",
        "-cp",
        classPath(),
        FastMain.class.getName());
  }

  /** What this test runs on, be it class path or module path. */
  private static String classPath() {
    return Stream.of(
            System.getProperty("java.class.path"),
            System.getProperty("jdk.module.path", ""),
            Path.of("target/classes").toAbsolutePath().toString(),
            Path.of("target/test-classes").toAbsolutePath().toString())
        .filter(path -> !path.isEmpty())
        .collect(joining(System.getProperty("path.separator")));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** Waits for a picture like that. */
  List<String> await(Predicate<List<String>> wanted) throws IOException {
    int known = DrawnFrames.in(output()).size();
    while (readMore()) {
      List<List<String>> frames = DrawnFrames.in(output());
      for (List<String> frame : frames.subList(known, frames.size())) {
        if (wanted.test(frame)) {
          return frame;
        }
      }
      known = frames.size();
    }
    throw new AssertionError("It ended before it drew such a picture");
  }

  /** Waits for these words. */
  void awaitWords(String words) throws IOException {
    while (!output().contains(words)) {
      if (!readMore()) {
        throw new AssertionError("It ended before it wrote '" + words + "': " + output());
      }
    }
  }

  private boolean readMore() throws IOException {
    byte[] buffer = new byte[8192];
    int read = script.getInputStream().read(buffer);
    output.write(buffer, 0, Math.max(0, read));
    return read >= 0;
  }

  void type(char key) throws IOException {
    script.getOutputStream().write(key);
    script.getOutputStream().flush();
  }

  void type(String keys) throws IOException {
    script.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    script.getOutputStream().flush();
  }

  /** Gives the window another size, which the command is told by a signal. */
  void resize(int columns, int rows) throws IOException, InterruptedException {
    new ProcessBuilder("stty", "-F", line("tty"), "cols", "" + columns, "rows", "" + rows)
        .inheritIO()
        .start()
        .waitFor();
  }

  /** Asks the command's process to end. */
  void terminate() {
    script
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .forEach(ProcessHandle::destroy);
  }

  /** Closes the terminal, and waits for the end of the command that was in it. */
  int exitCodeOnHangUp() throws IOException {
    List<ProcessHandle> inside = script.descendants().toList();
    script.destroyForcibly();
    inside.forEach(process -> process.onExit().join());
    return Integer.parseInt(line("exit-code"));
  }

  /** Waits for the command's end. */
  int exitCode() throws IOException, InterruptedException {
    script.getInputStream().transferTo(output);
    script.waitFor();
    return Integer.parseInt(line("exit-code"));
  }

  /** What {@code stty -a} says of the terminal before the command. */
  String settingsBefore() throws IOException {
    return Files.readString(directory.resolve("before"));
  }

  /** What it says after the command. */
  String settingsAfter() throws IOException {
    return Files.readString(directory.resolve("after"));
  }

  String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private String line(String file) throws IOException {
    return Files.readString(directory.resolve(file)).strip();
  }

  @Override
  public void close() {
    script.descendants().forEach(ProcessHandle::destroyForcibly);
    script.destroyForcibly();
  }
}
