package dev.paycode.cli;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** The keys that a test presses. To press one lasts until whoever reads them asks for the next. */
final class TypedKeys extends InputStream {

  private final BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
  private final Semaphore asked = new Semaphore(0);

  void press(char key) {
    asked.acquireUninterruptibly();
    keys.add(key);
    asked.acquireUninterruptibly();
    asked.release();
  }

  @Override
  public int read() throws InterruptedIOException {
    asked.release();
    try {
      return keys.take();
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException("Interrupted while nobody typed");
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws InterruptedIOException {
    buffer[offset] = (byte) read();
    return 1;
  }
}
