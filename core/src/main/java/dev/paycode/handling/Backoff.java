package dev.paycode.handling;

import java.time.Duration;

/**
 * How long to wait before a retry: exponential with full jitter.
 *
 * <p>The wait before the n-th retry is {@code random × min(cap, base × 2^(n-1))}, so with a base of
 * 100 ms and a cap of 2 s the fifth lies between 0 and 1.6 s, the sixth between 0 and 2 s.
 *
 * @param base the longest wait before the first retry
 * @param cap the longest wait before any retry
 */
public record Backoff(Duration base, Duration cap) {

  private static final int LARGEST_DOUBLING = 30;

  /**
   * @throws IllegalArgumentException if the base is not positive or greater than the cap
   */
  public Backoff {
    if (base.isZero() || base.isNegative() || base.compareTo(cap) > 0) {
      throw new IllegalArgumentException(
          "A backoff needs 0 < base <= cap, not base " + base + " and cap " + cap);
    }
  }

  /**
   * The wait before a retry.
   *
   * @param retry which retry, from 1
   * @param random a number in [0, 1)
   * @throws IllegalArgumentException if either is out of its range
   */
  public Duration before(int retry, double random) {
    if (retry < 1) {
      throw new IllegalArgumentException("Retries count from 1, not " + retry);
    }
    if (!(random >= 0 && random < 1)) {
      throw new IllegalArgumentException("The random number must be in [0, 1), not " + random);
    }
    Duration doubled = base.multipliedBy(1L << Math.min(retry - 1, LARGEST_DOUBLING));
    Duration longest = doubled.compareTo(cap) < 0 ? doubled : cap;
    return Duration.ofNanos((long) (longest.toNanos() * random));
  }
}
