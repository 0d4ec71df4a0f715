package dev.paycode.cli;

import dev.paycode.code.Presentation;
import dev.paycode.handling.ClockOffset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A code with what is told of it beside its symbols. Immutable.
 *
 * @param presentation the code and how long it is shown
 * @param clock the difference to the server's clock
 * @param digits the digits as they are written: masked or in full
 * @param lastResult what the last attempt brought
 */
record ShownCode(Presentation presentation, ClockOffset clock, String digits, String lastResult) {

  private static final int BAR = 20;

  /** What a customer needs to know. */
  List<String> essentials(Instant localNow) {
    Instant now = clock.serverTime(localNow);
    Instant start = presentation.issued().window().start();
    Instant until = presentation.until();
    return List.of(
        row("Code", digits),
        row(
            "Changes",
            Countdown.bar(start, now, until, BAR) + "  in " + Countdown.left(now, until)),
        row("Codes", "last another " + Countdown.left(now, presentation.coveredUntil())));
  }

  /** And what whoever runs the wallet wants to know as well. */
  List<String> everything(Instant localNow) {
    List<String> rows = new ArrayList<>(essentials(localNow));
    rows.add(row("Clock", inWords(clock.ahead())));
    rows.add(row("Last", lastResult));
    return rows;
  }

  /** A row of the list that a name heads. */
  static String row(String name, String value) {
    return String.format("%-8s %s", name, value);
  }

  /** How the local clock stands to the server's. */
  static String inWords(Duration serverAhead) {
    if (serverAhead.isZero()) {
      return "agrees with the server's";
    }
    return String.format(
        Locale.ROOT,
        "%.1f s %s the server's",
        serverAhead.abs().toMillis() / 1000.0,
        serverAhead.isNegative() ? "ahead of" : "behind");
  }

  /** Without the digits, which may be in full. */
  @Override
  public String toString() {
    return "ShownCode[" + presentation + "]";
  }
}
