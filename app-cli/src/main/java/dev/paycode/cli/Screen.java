package dev.paycode.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Terminal;

/** What is known of the terminal that the results go to, if they go to one. */
final class Screen implements AutoCloseable {

  private final Terminal terminal;
  private final Paint paint;

  /**
   * @param terminal the terminal, or a dumb one where there is none
   * @param paint the colours for a terminal
   */
  Screen(Terminal terminal, Paint paint) {
    this.terminal = terminal;
    this.paint = paint;
  }

  /** Whether results go to a terminal that can be drawn on. */
  boolean isTerminal() {
    return !terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /** What can be seen at once now; without a terminal, without end. */
  Viewport viewport() {
    int columns = terminal.getWidth();
    int rows = terminal.getHeight();
    return isTerminal() && columns > 0 && rows > 0
        ? new Viewport(columns, rows)
        : Viewport.UNBOUNDED;
  }

  /** The colours; without a terminal, none. */
  Paint paint() {
    return isTerminal() ? paint : Paint.NONE;
  }

  /** Has Ctrl-C interrupt the calling thread instead of ending the process. */
  void interruptCallerOnCtrlC() {
    Thread caller = Thread.currentThread();
    terminal.handle(Terminal.Signal.INT, signal -> caller.interrupt());
    terminal.echo(false);
  }

  /** Gives the terminal its own settings back. */
  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("The terminal's settings cannot be restored", failure);
    }
  }
}
