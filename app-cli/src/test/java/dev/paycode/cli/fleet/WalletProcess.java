package dev.paycode.cli.fleet;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A {@link WalletServer} in its process. Safe for use by many threads. */
final class WalletProcess {

  /** How long anything may take before a test gives up on it. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As small and as quick to start as can be; a killed process leaves no file behind. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-XX:-UsePerfData",
          "-Xmx64m");

  private final Process process;
  private final CompletableFuture<Void> reading = new CompletableFuture<>();
  private final List<Report> reports = new ArrayList<>();
  private final AtomicInteger orders = new AtomicInteger();
  private final BiConsumer<WalletProcess, Report> listener;

  private WalletProcess(Process process, BiConsumer<WalletProcess, Report> listener) {
    this.process = process;
    this.listener = listener;
  }

  /**
   * A process that has just been started.
   *
   * @param listener hears of each report, one at a time, before the next one is read
   */
  static WalletProcess start(ServerSettings settings, BiConsumer<WalletProcess, Report> listener) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Djava.io.tmpdir=" + settings.directory());
    command.add(WalletServer.class.getName());
    command.addAll(settings.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", classPath());
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(settings.directory().resolve("errors").toFile()));
    try {
      WalletProcess started = new WalletProcess(builder.start(), listener);
      Thread reader = new Thread(started::read, "reader of " + started);
      reader.setDaemon(true);
      reader.start();
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** That of the tests, but for a library that is slow to load and leaves a file behind. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("AmazonCorrettoCryptoProvider"))
        .collect(joining(File.pathSeparator));
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Report.parse(line).ifPresent(this::heard);
      }
    } catch (IOException cutOff) {
      // what was read before counts
    }
    reading.complete(null);
    synchronized (this) {
      notifyAll();
    }
  }

  private void heard(Report report) {
    synchronized (this) {
      reports.add(report);
      notifyAll();
    }
    listener.accept(this, report);
  }

  /** Gives an order of {@link WalletServer}. */
  void tell(String order, List<String> customers) {
    List<String> words = new ArrayList<>(customers);
    words.add(0, order);
    byte[] line = (String.join(" ", words) + "\n").getBytes(StandardCharsets.US_ASCII);
    OutputStream stdin = process.getOutputStream();
    try {
      synchronized (stdin) {
        orders.incrementAndGet();
        stdin.write(line);
        stdin.flush();
      }
    } catch (IOException killed) {
      // who is dead needs no orders
    }
  }

  /** What it has told so far. */
  synchronized List<Report> reports() {
    return List.copyOf(reports);
  }

  /** Waits until its reports are such. */
  synchronized void await(String what, Predicate<List<Report>> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.test(reports)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      assertThat(left).as("milliseconds left to wait until %s %s", this, what).isPositive();
      assertThat(reading).as("%s, alive until it %s", this, what).isNotDone();
      wait(left);
    }
  }

  /** Waits until so many of its reports are of that kind. */
  void await(Report.Kind kind, int count) throws InterruptedException {
    await(
        "tells " + count + " times " + kind,
        told -> told.stream().filter(report -> report.is(kind)).count() >= count);
  }

  /** Waits until it has carried out every order it was given. */
  void awaitDone() throws InterruptedException {
    await(Report.Kind.DONE, orders.get());
  }

  /** SIGSTOP, where there are signals. */
  void pause() throws InterruptedException {
    signal("STOP");
  }

  /** SIGCONT. */
  void goOn() throws InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws InterruptedException {
    try {
      int status = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
      assertThat(status).as("exit code of kill -%s", name).isZero();
    } catch (IOException absent) {
      abort("no program 'kill' here, so no process can be paused: " + absent.getMessage());
    }
  }

  /** SIGKILL; from then on only {@link #awaitEnd()} and {@link #reports()} are of use. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits until it is dead and all it told has been heard. */
  void awaitEnd() {
    CompletableFuture.allOf(process.onExit(), reading)
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  @Override
  public String toString() {
    return "server " + process.pid();
  }
}
