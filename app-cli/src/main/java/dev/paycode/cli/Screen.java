package dev.paycode.cli;

import java.io.IOError;
import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * What is known of the terminal that the results go to, if they go to one.
 *
 * <p>The terminal is asked by running other programs, and whoever waits for one may not be
 * interrupted: an interruption waits until the answer is there.
 */
final class Screen implements AutoCloseable {

  private final Terminal terminal;
  private final Paint paint;
  private final ErrorLines errors;
  private Viewport lastSeen = Viewport.UNBOUNDED;

  /**
   * @param terminal the terminal, or a dumb one where there is none
   * @param paint the colours for a terminal
   * @param errors where to tell that the terminal could not be left as it was
   */
  Screen(Terminal terminal, Paint paint, ErrorLines errors) {
    this.terminal = terminal;
    this.paint = paint;
    this.errors = errors;
  }

  /** Whether results go to a terminal that can be drawn on. */
  boolean isTerminal() {
    return !terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /** What can be seen at once now; without a terminal, without end. */
  Viewport viewport() {
    if (isTerminal()) {
      uninterrupted(this::measure);
    }
    return lastSeen;
  }

  private void measure() {
    try {
      Size size = terminal.getSize();
      boolean known = size.getColumns() > 0 && size.getRows() > 0;
      lastSeen = known ? new Viewport(size.getColumns(), size.getRows()) : Viewport.UNBOUNDED;
    } catch (IOError unanswered) {
      // Ctrl-C reaches the program that was asked as well; the size is what it was.
    }
  }

  /** The colours; without a terminal, none. */
  Paint paint() {
    return isTerminal() ? paint : Paint.NONE;
  }

  /** Has Ctrl-C interrupt the calling thread instead of ending the process. */
  void interruptCallerOnCtrlC() {
    Thread caller = Thread.currentThread();
    terminal.handle(Terminal.Signal.INT, signal -> interrupt(caller));
  }

  private synchronized void interrupt(Thread caller) {
    caller.interrupt();
  }

  /** Keeps what is typed from being shown, until this is closed. */
  void hideTyping() {
    uninterrupted(() -> terminal.echo(false));
  }

  /** Gives the terminal its own settings back. A failure is told, and changes nothing else. */
  @Override
  public void close() {
    uninterrupted(this::restore);
  }

  private void restore() {
    try {
      terminal.close();
    } catch (IOException failure) {
      errors.print(
          "the terminal's settings could not be restored",
          "If it does not show what you type, run: stty sane");
    }
  }

  private synchronized void uninterrupted(Runnable terminalCall) {
    boolean interrupted = Thread.interrupted();
    try {
      terminalCall.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
