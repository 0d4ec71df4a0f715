package dev.paycode.cli;

import java.io.PrintStream;

/**
 * A line on a terminal that is written over, and erased however the process ends: the prompt of the
 * shell is to stand on an empty line. Safe for use by many threads.
 */
final class ProgressLine {

  private static final String ERASE_LINE = "\r\033[K";

  /** A line that wraps could not be removed. */
  private static final int WIDTH = 79;

  private final PrintStream terminal;
  private boolean watched;
  private boolean standing;
  private boolean ended;

  ProgressLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Puts these words in the place of those before; none erase it. */
  synchronized void write(String words) {
    if (ended) {
      return;
    }
    watch();
    String cut = words.length() <= WIDTH ? words : words.substring(0, WIDTH - 1) + "…";
    terminal.print(ERASE_LINE + cut);
    terminal.flush();
    standing = !words.isEmpty();
  }

  private void watch() {
    if (!watched) {
      watched = true;
      try {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "paycode-erase-progress"));
      } catch (IllegalStateException endingAlready) {
        ended = true;
      }
    }
  }

  /** Erases the words, if there are some. */
  synchronized void clear() {
    if (standing) {
      write("");
    }
  }

  private synchronized void end() {
    clear();
    ended = true;
  }
}
