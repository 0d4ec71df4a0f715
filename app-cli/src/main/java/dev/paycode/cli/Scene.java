package dev.paycode.cli;

import java.time.Instant;
import java.util.List;

/** What there is to see, as it depends on the time. */
@FunctionalInterface
interface Scene {

  /** What to see until there is a code. */
  static Scene fetching(LastAttempt attempts) {
    return (now, look) -> look.viewport().cut(CodeFrame.fetching(attempts.underWay()));
  }

  /**
   * The lines, each no wider than the viewport.
   *
   * @param now the local time
   */
  List<String> lines(Instant now, Look look);

  /**
   * How the user wants to see it.
   *
   * @param viewport how much can be seen
   * @param revealed whether the digits are written in full
   * @param swapped whether dark and light are swapped, where their colours are unknown
   */
  record Look(Viewport viewport, boolean revealed, boolean swapped) {}
}
