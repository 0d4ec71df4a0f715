package dev.paycode.cli;

import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * What is known of the terminal that the results go to, if they go to one.
 *
 * <p>The terminal is asked by running other programs, and whoever waits for one may not be
 * interrupted: an interruption waits until the answer is there.
 */
final class Screen implements AutoCloseable {

  /** What switches a control character off, on Linux: _POSIX_VDISABLE. */
  private static final int DISABLED = 0;

  private static final int MOST_TRIES = 5;

  private final Terminal terminal;
  private final Paint paint;
  private final ErrorLines errors;
  private final AtomicReference<Thread> caller = new AtomicReference<>();
  private Viewport lastSeen;
  private Optional<Attributes> original = Optional.empty();

  /**
   * @param terminal the terminal, or a dumb one where there is none
   * @param paint the colours for a terminal
   * @param paper what can be seen where the terminal cannot be asked
   * @param errors where to tell that the terminal could not be left as it was
   */
  Screen(Terminal terminal, Paint paint, Viewport paper, ErrorLines errors) {
    this.terminal = terminal;
    this.paint = paint;
    this.lastSeen = paper;
    this.errors = errors;
  }

  /** Whether results go to a terminal that can be drawn on. */
  boolean isTerminal() {
    return !terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /** What can be seen at once now. */
  synchronized Viewport viewport() {
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
    caller.set(Thread.currentThread());
    terminal.handle(Terminal.Signal.INT, signal -> interruptCaller());
  }

  /** Does what Ctrl-C does. */
  synchronized void interruptCaller() {
    Optional.ofNullable(caller.get()).ifPresent(Thread::interrupt);
  }

  /**
   * Tells of each key on a thread of its own, and does not show what is typed, until this is
   * closed. Ctrl-Z is without effect: nobody could take a code off the screen of a stopped process.
   */
  void onKey(IntConsumer pressed) {
    uninterrupted(() -> insistently(this::takeSingleKeys));
    Thread reader = new Thread(() -> readKeys(pressed), "paycode-keys");
    reader.setDaemon(true);
    reader.start();
  }

  private void takeSingleKeys() {
    Attributes settings = terminal.getAttributes();
    original = original.or(() -> Optional.of(new Attributes(settings)));
    settings.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO), false);
    settings.setControlChar(ControlChar.VSUSP, DISABLED);
    // As the reader would set them: it shall find nothing left to do while this is being closed.
    settings.setControlChar(ControlChar.VMIN, 0);
    settings.setControlChar(ControlChar.VTIME, 1);
    terminal.setAttributes(settings);
  }

  private void readKeys(IntConsumer pressed) {
    try {
      InputStream keys = terminal.input();
      for (int key = keys.read(); key >= 0; key = keys.read()) {
        pressed.accept(key);
      }
    } catch (IOException closed) {
      // nobody types any more
    }
  }

  /** Tells whenever the window may have another size or lost what was drawn. */
  void onChange(Consumer<Viewport> changed) {
    terminal.handle(Terminal.Signal.WINCH, signal -> changed.accept(viewport()));
    terminal.handle(Terminal.Signal.CONT, signal -> changed.accept(viewport()));
  }

  /** Gives the terminal its own settings back. A failure is told, and changes nothing else. */
  @Override
  public void close() {
    uninterrupted(this::restore);
  }

  private void restore() {
    try {
      // Closing it does the same, but once only.
      original.ifPresent(settings -> insistently(() -> terminal.setAttributes(settings)));
      terminal.close();
    } catch (IOException | IOError failure) {
      errors.print(
          "the terminal's settings could not be restored",
          "If it does not show what you type, run: stty sane");
    }
  }

  /** Ctrl-C reaches the program that is asked as well, and ends it before it has done its work. */
  private static void insistently(Runnable terminalCall) {
    for (int tries = 1; ; tries++) {
      try {
        terminalCall.run();
        return;
      } catch (IOError unanswered) {
        if (tries == MOST_TRIES) {
          throw unanswered;
        }
      }
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
