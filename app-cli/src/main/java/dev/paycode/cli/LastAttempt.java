package dev.paycode.cli;

import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The gist of the last attempt, for whoever shows codes. Safe for use by many threads. */
final class LastAttempt implements HandlingListener {

  private final HandlingListener next;
  private final InstantSource clock;
  private volatile String gist = "none yet";

  /**
   * @param next who is told of everything as well
   * @param clock the time of day at which attempts end
   */
  LastAttempt(HandlingListener next, InstantSource clock) {
    this.next = next;
    this.clock = clock;
  }

  /** When the last attempt ended, in UTC, and what it brought; one line. */
  String gist() {
    return gist;
  }

  @Override
  public void attempting(int number) {
    next.attempting(number);
  }

  @Override
  public void attempted(Attempt attempt) {
    String ended = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    gist = ended.substring(ended.indexOf('T') + 1) + " " + AttemptLog.gist(attempt);
    next.attempted(attempt);
  }

  @Override
  public void waiting(Pause pause) {
    next.waiting(pause);
  }

  @Override
  public void finished(Ending ending) {
    next.finished(ending);
  }

  @Override
  public void backgroundFault(RuntimeException fault) {
    next.backgroundFault(fault);
  }
}
