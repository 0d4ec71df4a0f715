package dev.paycode.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long something still lasts, for people. Pure functions. */
final class Countdown {

  private Countdown() {}

  /** Minutes and seconds, rounded up: the countdown ends as it reaches 0:00. */
  static String left(Instant now, Instant end) {
    long seconds = Duration.between(now, end).plusSeconds(1).minusNanos(1).toSeconds();
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /**
   * A bar of that many characters, of which the bold ones are what is left of the time from start
   * to end; empty at the end and not before.
   */
  static String bar(Instant start, Instant now, Instant end, int length) {
    double whole = Math.max(1, Duration.between(start, end).toMillis());
    double left = Duration.between(now, end).toMillis() / whole;
    int bold = (int) Math.ceil(Math.min(1, Math.max(0, left)) * length);
    return "━".repeat(bold) + "─".repeat(length - bold);
  }
}
