package dev.paycode.cli;

import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;

/**
 * A terminal that, like a real one, runs a program for its size and for its settings: whoever is
 * interrupted by then gets an exception and no answer.
 */
final class WindowTerminal extends LineDisciplineTerminal {

  private final TypedKeys keys = new TypedKeys();
  private boolean restored;

  WindowTerminal(String type) throws IOException {
    super("test", type, OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
  }

  void press(char key) {
    keys.press(key);
  }

  @Override
  public InputStream input() {
    return keys;
  }

  /** Whether it has its own settings back. */
  boolean isRestored() {
    return restored;
  }

  @Override
  public Size getSize() {
    try {
      runProgram();
    } catch (IOException interrupted) {
      throw new IOError(interrupted);
    }
    return super.getSize();
  }

  @Override
  protected void doClose() throws IOException {
    runProgram();
    super.doClose();
    restored = true;
  }

  private static void runProgram() throws InterruptedIOException {
    if (Thread.interrupted()) {
      throw new InterruptedIOException("Command interrupted");
    }
  }
}
