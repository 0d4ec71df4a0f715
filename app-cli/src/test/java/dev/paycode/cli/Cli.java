package dev.paycode.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.util.Modules;
import dev.paycode.handling.RetryPolicy;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.usecase.TimeAndChance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import picocli.CommandLine;

/** Runs commands in this process, with captured streams and time moved by hand. */
final class Cli {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final HandMovedTime time;
  private final WindowTerminal terminal;
  private final Deque<String> typed = new ArrayDeque<>();
  private RetryPolicy policy = RetryPolicy.ofDefaults();
  private Paint paint = Paint.BLACK_ON_WHITE;
  private byte[] stdin = {};
  private boolean watched;
  private final Map<String, String> variables = new HashMap<>();

  private Cli(HandMovedTime time, String terminalType) {
    this.time = time;
    this.terminal = terminal(terminalType);
  }

  /** Whose stdout goes into a file or pipe. */
  static Cli withoutTerminal(HandMovedTime time) {
    return new Cli(time, Terminal.TYPE_DUMB);
  }

  static Cli onTerminal(HandMovedTime time, int columns, int rows) {
    Cli cli = new Cli(time, "xterm-256color");
    cli.terminal.setSize(new Size(columns, rows));
    return cli;
  }

  private static WindowTerminal terminal(String type) {
    try {
      return new WindowTerminal(type);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Cli retrying(RetryPolicy other) {
    policy = other;
    return this;
  }

  /** What stands in the pipe to the command. */
  Cli reading(byte[] bytes) {
    stdin = bytes.clone();
    return this;
  }

  /** Whose stderr goes to a terminal. */
  Cli watched() {
    watched = true;
    return this;
  }

  /** With this variable in the environment, and none but those set so. */
  Cli with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** What is typed when a password is asked for, one answer after the other. */
  Cli typing(String... answers) {
    typed.addAll(List.of(answers));
    return this;
  }

  int run(String... args) {
    return Main.run(module(), args);
  }

  private Module module() {
    return Modules.override(new PaycodeModule()).with(new Surroundings());
  }

  /** All commands and their options. */
  CommandLine commands() {
    return Main.command(Guice.createInjector(module()));
  }

  /** Whose NO_COLOR is set. */
  Cli withoutColour() {
    paint = Paint.NONE;
    return this;
  }

  void press(char key) {
    terminal.press(key);
  }

  void resize(int columns, int rows) {
    terminal.setSize(new Size(columns, rows));
    terminal.raise(Terminal.Signal.WINCH);
  }

  void pressCtrlC() {
    terminal.raise(Terminal.Signal.INT);
  }

  boolean hasTerminalBack() {
    return terminal.isRestored();
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private final class Surroundings extends AbstractModule {

    @Provides
    Streams streams() {
      return new Streams(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          watched,
          Optional::empty);
    }

    @Provides
    Environment environment() {
      return Environment.of(variables);
    }

    @Provides
    TimeAndChance time() {
      return time.asTimeAndChance();
    }

    @Provides
    Supplier<InputStream> stdin() {
      return () -> new ByteArrayInputStream(stdin);
    }

    @Provides
    PasswordPrompt passwords() {
      return question -> Optional.ofNullable(typed.poll()).map(String::toCharArray);
    }

    @Provides
    SandboxKeys keys() {
      return RunningSandbox.KEYS;
    }

    @Provides
    Executor prefetcher() {
      return Runnable::run;
    }

    @Provides
    RetryPolicy policy() {
      return policy;
    }

    @Provides
    Supplier<Screen> screens(ErrorLines errors) {
      return () -> new Screen(terminal, paint, errors);
    }
  }
}
