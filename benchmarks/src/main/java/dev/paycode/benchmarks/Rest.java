package dev.paycode.benchmarks;

import java.io.PrintWriter;
import java.time.Duration;

/** The time that a machine needs after a build until it has nothing else to do. */
final class Rest {

  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration STEP = Duration.ofSeconds(5);

  private Rest() {}

  /** The machine once it is quiet; with a warning if it does not become so within four minutes. */
  static Machine awaited(PrintWriter progress) throws InterruptedException {
    Machine machine = Machine.thisOne();
    for (long wait = LONGEST.dividedBy(STEP); machine.isBusy() && wait > 0; wait--) {
      tell(progress, "waiting until the machine is quiet; its load is %.2f%n", machine.load());
      Thread.sleep(STEP.toMillis());
      machine = Machine.thisOne();
    }
    if (machine.isBusy()) {
      tell(
          progress, "WARNING: the load is still %.2f, which slows this run down%n", machine.load());
    }
    return machine;
  }

  private static void tell(PrintWriter progress, String text, double load) {
    progress.printf(text, load);
    progress.flush();
  }
}
