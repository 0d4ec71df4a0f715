package dev.paycode.cli;

import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tells a person at a terminal what is being waited for, in one line that changes. Safe for use by
 * many threads.
 */
final class Progress implements HandlingListener {

  private static final double MILLIS_PER_SECOND = 1000;

  private final Consumer<String> line;
  private String last = "";

  /**
   * @param line takes what is to be read now, and nothing once there is no more to wait for
   */
  Progress(Consumer<String> line) {
    this.line = line;
  }

  @Override
  public void attempting(int number) {
    tell(number == 1 ? "Asking for codes …" : last + "; asking again (attempt " + number + ") …");
  }

  @Override
  public synchronized void attempted(Attempt attempt) {
    last = "Attempt " + attempt.number() + ": " + AttemptLog.gist(attempt);
  }

  @Override
  public void waiting(Pause pause) {
    tell(
        switch (pause.reason()) {
          case RETRY -> last + "; asking again in " + seconds(pause.length()) + " …";
          case TURN -> "Alipay+ asked for fewer calls; asking in " + seconds(pause.length()) + " …";
        });
  }

  @Override
  public void finished(Ending ending) {
    tell("");
  }

  private static String seconds(Duration length) {
    return String.format(Locale.ROOT, "%.1f s", length.toMillis() / MILLIS_PER_SECOND);
  }

  private void tell(String words) {
    line.accept(words);
  }
}
