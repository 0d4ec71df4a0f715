package dev.paycode.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;

/** The end of an attempt, by a clock that does not jump. */
final class Deadline {

  private final long begun = System.nanoTime();
  private final long length;

  private Deadline(long length) {
    this.length = length;
  }

  /** The end of that time, counted from now. */
  static Deadline after(Duration timeout) {
    return new Deadline(NANOSECONDS.convert(timeout));
  }

  /** What is left, in nanoseconds; zero or less when nothing is. */
  long remaining() {
    return length - (System.nanoTime() - begun);
  }
}
