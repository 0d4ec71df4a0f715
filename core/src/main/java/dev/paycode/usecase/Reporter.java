package dev.paycode.usecase;

import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;

/** Tells a listener, and lets nothing that it throws change what happens. */
final class Reporter implements HandlingListener {

  private final HandlingListener listener;

  Reporter(HandlingListener listener) {
    this.listener = listener;
  }

  @Override
  public void attempting(int number) {
    shielded(() -> listener.attempting(number));
  }

  @Override
  public void attempted(Attempt attempt) {
    shielded(() -> listener.attempted(attempt));
  }

  @Override
  public void waiting(Pause pause) {
    shielded(() -> listener.waiting(pause));
  }

  @Override
  public void finished(Ending ending) {
    shielded(() -> listener.finished(ending));
  }

  @Override
  public void backgroundFault(RuntimeException fault) {
    shielded(() -> listener.backgroundFault(fault));
  }

  private static void shielded(Runnable report) {
    try {
      report.run();
    } catch (RuntimeException | Error ignored) {
      // a code that was bought must reach its user, whatever happens to the metrics
    }
  }
}
