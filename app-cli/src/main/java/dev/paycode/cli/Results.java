package dev.paycode.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A stream for results that remembers that, and why, they could not be written: what prints them
 * hides it. Safe for use by many threads.
 */
final class Results extends OutputStream {

  private final OutputStream stream;
  private volatile Optional<IOException> failure = Optional.empty();

  Results(OutputStream stream) {
    this.stream = stream;
  }

  /** Why something could not be written, if that is so. */
  Optional<IOException> failure() {
    return failure;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value});
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      stream.write(bytes, offset, length);
    } catch (IOException unwritten) {
      failure = Optional.of(unwritten);
      throw unwritten;
    }
  }

  @Override
  public void flush() throws IOException {
    stream.flush();
  }
}
