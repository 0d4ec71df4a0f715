package dev.paycode.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A process of the launcher, in a session of its own so that signals reach all of it, as those from
 * a terminal do. Nobody's own settings apply to it.
 */
final class Launched implements AutoCloseable {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final long LONGEST_SECONDS = 120;

  private final Process process;
  private final Path err;
  private final List<String> out = new ArrayList<>();

  private Launched(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /** The launcher of this checkout, which takes for fresh what this build has just packaged. */
  static Launched paycode(Path home, String... args) {
    return paycode(home, Map.of(), args);
  }

  static Launched paycode(Path home, Map<String, String> variables, String... args) {
    return start(
        home,
        variables,
        Stream.concat(Stream.of(launcher().toString()), Arrays.stream(args)).toList());
  }

  /** The launcher, which will find nothing to build. */
  static Path launcher() {
    try {
      Files.writeString(ROOT.resolve("app-cli/target/paycode.stamp"), "");
      return ROOT.resolve("paycode");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What a command knows of its surroundings. */
  static Map<String, String> environment(Path home) {
    return Map.of(
        "HOME", home.toString(),
        "PATH", System.getenv("PATH"),
        "JAVA_HOME", System.getProperty("java.home"));
  }

  /** Any command, with this home directory and no other variables than these and the path. */
  static Launched start(Path home, Map<String, String> variables, List<String> command) {
    try {
      Path err = Files.createTempFile(home, "stderr", "");
      List<String> all = new ArrayList<>(List.of("setsid"));
      all.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(all).redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment(home));
      builder.environment().putAll(variables);
      return new Launched(builder.start(), err);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Hands it this as all of its stdin. */
  Launched reading(String text) {
    try (var stdin = process.getOutputStream()) {
      stdin.write(text.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits for a line of stdout like this. */
  String awaitLine(Predicate<String> like) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return lines
        .lines()
        .peek(out::add)
        .filter(like)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such line in " + out + "; stderr: " + err()));
  }

  /** Ends whatever reads its stdout. */
  Launched unread() {
    try {
      process.getInputStream().close();
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends a signal to it and all its children, as a terminal does. */
  Launched signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid()).start().waitFor();
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Waits for the end of stdout and of the process; its exit code. */
  int exitCode() {
    try {
      new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .forEach(out::add);
    } catch (UncheckedIOException closed) {
      // nobody reads it any longer
    }
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it did not end; stdout: " + out + "; stderr: " + err());
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** What it has written to stdout until now. */
  String out() {
    return String.join("\n", out);
  }

  /** What it has written to stderr until now. */
  String err() {
    try {
      return Files.readString(err);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      signal("KILL");
    }
  }
}
