package dev.paycode.cli;

import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The gist of the last attempt, for whoever shows codes. Safe for use by many threads. */
final class LastAttempt implements HandlingListener {

  private final InstantSource clock;
  private final Progress progress = new Progress(this::change);
  private volatile String gist = "none yet";
  private volatile String underWay = "";
  private volatile Runnable changed = () -> {};

  /**
   * @param clock the time of day at which attempts end
   */
  LastAttempt(InstantSource clock) {
    this.clock = clock;
  }

  /** When the last attempt ended, in UTC, and what it brought; one line. */
  String gist() {
    return gist;
  }

  /** Why an attempt was not the last, and when the next is; nothing before. One line. */
  String underWay() {
    return underWay;
  }

  /** Tells whenever {@link #underWay} has changed, on the thread that waits. */
  void onChange(Runnable told) {
    changed = told;
  }

  private void change(String line) {
    underWay = line;
    changed.run();
  }

  @Override
  public void attempting(int number) {
    if (number > 1) {
      progress.attempting(number);
    }
  }

  @Override
  public void attempted(Attempt attempt) {
    String ended = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    gist = ended.substring(ended.indexOf('T') + 1) + " " + AttemptLog.gist(attempt);
    progress.attempted(attempt);
  }

  @Override
  public void waiting(Pause pause) {
    progress.waiting(pause);
  }

  @Override
  public void finished(Ending ending) {
    progress.finished(ending);
  }
}
