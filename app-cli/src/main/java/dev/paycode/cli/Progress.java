package dev.paycode.cli;

import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Tells a person at a terminal what is being waited for, in one line that is written over and in
 * the end removed. Safe for use by many threads.
 */
final class Progress implements HandlingListener {

  private static final String ERASE_LINE = "\r\033[K";
  private static final int WIDTH = 79;
  private static final double MILLIS_PER_SECOND = 1000;

  private final PrintStream terminal;
  private final BooleanSupplier hidden;
  private String last = "";

  /**
   * @param hidden whether something else stands on the screen now
   */
  Progress(PrintStream terminal, BooleanSupplier hidden) {
    this.terminal = terminal;
    this.hidden = hidden;
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

  /** A line that wraps could not be removed. */
  private static String cut(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
  }

  private static String seconds(Duration length) {
    return String.format(Locale.ROOT, "%.1f s", length.toMillis() / MILLIS_PER_SECOND);
  }

  private synchronized void tell(String line) {
    if (!hidden.getAsBoolean()) {
      terminal.print(ERASE_LINE + cut(line));
      terminal.flush();
    }
  }
}
