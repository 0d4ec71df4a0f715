package dev.paycode.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * A terminal's alternate screen without a cursor, drawn over in place. The terminal gets its own
 * screen and cursor back when this is closed, and also if the process is ended from outside. What
 * is to be told of attempts waits until then.
 */
final class LiveScreen implements AutoCloseable {

  private static final String ENTER = "\033[?1049h\033[?25l";
  private static final String LEAVE = "\033[0m\033[?25h\033[?1049l";
  private static final String HOME = "\033[H";
  private static final String END_LINE = "\033[K";
  private static final String END_SCREEN = "\033[J";

  private final PrintStream out;
  private final AttemptLog attempts;
  private final Thread restorer = new Thread(this::leave, "paycode-restore-terminal");
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
  void draw(List<String> lines) {
    write(HOME + String.join(END_LINE + "\r\n", lines) + END_LINE + END_SCREEN);
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
