package dev.paycode.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.paycode.handling.RetryPolicy;
import dev.paycode.persistence.MemoryStore;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.usecase.TimeAndChance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * What the commands are made of: this process's time, chance, streams and terminal, the store, the
 * policy. The gateway is not here, because it depends on the command's options: see {@link
 * Sessions}.
 */
final class PaycodeModule extends AbstractModule {

  /** The command serves one customer; the rest is room for a change of region or device. */
  private static final int MOST_HOLDERS = 10;

  @Provides
  @Singleton
  Streams streams() {
    return Streams.ofTheProcess();
  }

  @Provides
  Environment environment() {
    return Environment.of(System.getenv());
  }

  @Provides
  Supplier<InputStream> stdin() {
    return () -> System.in;
  }

  @Provides
  PasswordPrompt passwords() {
    return question ->
        Optional.ofNullable(System.console()).map(console -> console.readPassword("%s", question));
  }

  @Provides
  @Singleton
  TimeAndChance timeAndChance() {
    return new TimeAndChance(
        InstantSource.system(),
        System::nanoTime,
        pause -> Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  @Provides
  InstantSource clock(TimeAndChance time) {
    return time.clock();
  }

  @Provides
  @Singleton
  RandomGenerator digits() {
    return new SecureRandom();
  }

  /** Fresh for each sandbox. */
  @Provides
  SandboxKeys keys() {
    return SandboxKeys.generate();
  }

  @Provides
  @Singleton
  Executor prefetcher() {
    return Executors.newSingleThreadExecutor(PaycodeModule::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "paycode-prefetch");
    thread.setDaemon(true);
    return thread;
  }

  @Provides
  @Singleton
  MemoryStore store(InstantSource clock) {
    return MemoryStore.holding(MOST_HOLDERS, clock);
  }

  @Provides
  RetryPolicy retryPolicy() {
    return RetryPolicy.ofDefaults();
  }

  /** Opened by the command that needs it, because opening one runs other programs. */
  @Provides
  Supplier<Screen> screens(ErrorLines errors) {
    return () -> new Screen(terminal(), paint(), paper(), errors);
  }

  /**
   * Where stdin is no terminal but stdout is one, Java cannot ask it for its width; the launcher
   * can.
   */
  private static Viewport paper() {
    int columns = Integer.getInteger("paycode.columns", 0);
    return columns > 0 ? new Viewport(columns, Integer.MAX_VALUE) : Viewport.UNBOUNDED;
  }

  private static Paint paint() {
    // Set and not empty: https://no-color.org
    return System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
        ? Paint.BLACK_ON_WHITE
        : Paint.NONE;
  }

  private static Terminal terminal() {
    try {
      return TerminalBuilder.builder()
          .system(true)
          .dumb(true)
          // Else Ctrl-C kills the process at once, past everything that must be closed.
          .nativeSignals(false)
          .encoding(StandardCharsets.UTF_8)
          .systemOutput(TerminalBuilder.SystemOutput.SysOut)
          .build();
    } catch (IOException unreachable) {
      throw new UncheckedIOException("The terminal cannot be opened", unreachable);
    }
  }
}
