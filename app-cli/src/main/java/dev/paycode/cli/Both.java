package dev.paycode.cli;

import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;

/**
 * Tells two listeners.
 *
 * @param first is told first
 * @param second is told then
 */
record Both(HandlingListener first, HandlingListener second) implements HandlingListener {

  @Override
  public void attempting(int number) {
    first.attempting(number);
    second.attempting(number);
  }

  @Override
  public void attempted(Attempt attempt) {
    first.attempted(attempt);
    second.attempted(attempt);
  }

  @Override
  public void waiting(Pause pause) {
    first.waiting(pause);
    second.waiting(pause);
  }

  @Override
  public void finished(Ending ending) {
    first.finished(ending);
    second.finished(ending);
  }

  @Override
  public void backgroundFault(RuntimeException fault) {
    first.backgroundFault(fault);
    second.backgroundFault(fault);
  }
}
