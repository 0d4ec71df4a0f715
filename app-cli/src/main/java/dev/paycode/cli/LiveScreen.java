package dev.paycode.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A terminal's alternate screen without a cursor, of which only the lines that change are drawn.
 * The terminal gets its own screen and cursor back when this is closed, and also if the process is
 * ended from outside. What is to be told of attempts waits until then. Safe for use by many
 * threads.
 */
final class LiveScreen implements AutoCloseable {

  private static final String ENTER = "\033[?1049h\033[?25l";
  private static final String LEAVE = "\033[0m\033[?25h\033[?1049l";

  /** Has terminals that know it show all that is between at once; others ignore it. */
  private static final String BEGIN_UPDATE = "\033[?2026h";

  private static final String END_UPDATE = "\033[?2026l";
  private static final String ERASE_SCREEN = "\033[2J";
  private static final String ERASE_REST_OF_LINE = "\033[K";
  private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

  private final PrintStream out;
  private final AttemptLog attempts;
  private final Thread restorer = new Thread(this::leave, "paycode-restore-terminal");
  private List<String> drawn = List.of();
  private boolean left;

  private LiveScreen(PrintStream out, AttemptLog attempts) {
    this.out = out;
    this.attempts = attempts;
  }

  static LiveScreen on(PrintStream out, AttemptLog attempts) {
    LiveScreen screen = new LiveScreen(out, attempts);
    Runtime.getRuntime().addShutdownHook(screen.restorer);
    attempts.holdBack();
    screen.write(ENTER);
    return screen;
  }

  /** Draws the lines over what is there, in one go, so that nothing flickers. */
  synchronized void draw(List<String> lines) {
    StringBuilder changes = new StringBuilder();
    for (int row = 0; row < Math.max(lines.size(), drawn.size()); row++) {
      changes.append(change(row, line(drawn, row), line(lines, row)));
    }
    if (changes.length() > 0) {
      write(BEGIN_UPDATE + changes + END_UPDATE);
    }
    drawn = List.copyOf(lines);
  }

  private static String line(List<String> lines, int row) {
    return row < lines.size() ? lines.get(row) : "";
  }

  /** Nothing is erased that is written over: in the last column that would erase what is new. */
  private static String change(int row, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    boolean shorter = width(after) < width(before);
    return "\033[" + (row + 1) + ";1H" + after + (shorter ? ERASE_REST_OF_LINE : "");
  }

  private static int width(String line) {
    return COLOUR.matcher(line).replaceAll("").length();
  }

  /** Forgets what is there, because the terminal may have changed it. */
  synchronized void clear() {
    write(ERASE_SCREEN);
    drawn = List.of();
  }

  /** Whether the terminal takes no more output. */
  boolean isGone() {
    return out.checkError();
  }

  private synchronized void write(String text) {
    if (!left) {
      out.print(text);
      out.flush();
    }
  }

  private synchronized void leave() {
    write(LEAVE);
    left = true;
    attempts.release();
  }

  @Override
  public void close() {
    leave();
    try {
      Runtime.getRuntime().removeShutdownHook(restorer);
    } catch (IllegalStateException endingAlready) {
      // the hook runs, and finds nothing left to do
    }
  }
}
