package dev.paycode.cli;

import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;

/**
 * A terminal that, like a real one, runs a program for its size and for its settings: whoever is
 * interrupted by then gets an exception and no answer.
 */
final class WindowTerminal extends LineDisciplineTerminal {

  private final TypedKeys keys = new TypedKeys();
  private boolean restored;
  private int failuresToCome;
  private boolean echoing;

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

  /** Has the programs for its settings fail so often, as Ctrl-C does that reaches them. */
  void failNext(int times) {
    failuresToCome = times;
  }

  @Override
  public void setAttributes(Attributes settings) {
    if (failuresToCome > 0) {
      failuresToCome--;
      throw new IOError(new IOException("stty was ended by Ctrl-C"));
    }
    echoing = settings.getLocalFlag(LocalFlag.ECHO);
    super.setAttributes(settings);
  }

  /** Whether what is typed is seen, as far as anybody has said so. */
  boolean isEchoing() {
    return echoing;
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
