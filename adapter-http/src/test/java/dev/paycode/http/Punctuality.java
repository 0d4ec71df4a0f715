package dev.paycode.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Reply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far attempts ran past their end. On a busy machine any figure is possible, so by default it
 * is only asserted that none hangs; {@code -Dfaults.slack=50} asks for 50 ms. The greatest excess
 * is printed.
 */
final class Punctuality {

  private static final long SLACK =
      NANOSECONDS.convert(Long.getLong("faults.slack", 10_000), MILLISECONDS);

  private static final AtomicLong GREATEST = new AtomicLong(Long.MIN_VALUE);

  private Punctuality() {}

  /** One attempt. */
  interface Attempt {
    Reply send() throws InterruptedException;
  }

  /** The attempt's reply, if it comes in time. */
  static Reply checked(Duration timeout, Attempt attempt) throws InterruptedException {
    long begun = System.nanoTime();
    Reply reply = attempt.send();
    long excess = System.nanoTime() - begun - timeout.toNanos();
    GREATEST.accumulateAndGet(excess, Math::max);
    assertThat(excess).as("nanoseconds past the end of the attempt").isLessThanOrEqualTo(SLACK);
    return reply;
  }

  /** Prints how far the latest attempt was from its end; most end long before. */
  static void report() {
    System.out.printf(
        "faults: no attempt ended later than its deadline %+.1f ms%n", GREATEST.get() / 1e6);
  }
}
