package dev.paycode.handling;

import java.time.Duration;

/**
 * How often, how long and how densely one request may be sent.
 *
 * @param maxAttempts the most times the request is sent, 1 to 10
 * @param attemptTimeout the end of each attempt, counted from its start; Alipay+ recommends 5 s
 *     (protocol.md §6)
 * @param deadline the end of the whole call, counted from its start
 * @param transientBackoff the waits after a U or no result
 * @param throttledBackoff the slower waits after Alipay+ asked for fewer calls
 * @param longestExtension by how much a hint of the gateway may lengthen a throttled wait
 */
public record RetryPolicy(
    int maxAttempts,
    Duration attemptTimeout,
    Duration deadline,
    Backoff transientBackoff,
    Backoff throttledBackoff,
    Duration longestExtension) {

  private static final int MOST_ATTEMPTS = 10;

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public RetryPolicy {
    if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "maxAttempts is 1 to " + MOST_ATTEMPTS + ", not " + maxAttempts);
    }
    positive("attemptTimeout", attemptTimeout);
    positive("deadline", deadline);
    if (longestExtension.isNegative()) {
      throw new IllegalArgumentException("longestExtension is 0 or more, not " + longestExtension);
    }
  }

  private static void positive(String name, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, not " + duration);
    }
  }

  /**
   * At most 3 attempts of 5 s within 8 s; waits of up to 100 ms, doubling to 2 s, or of up to 1 s,
   * doubling to 20 s, when throttled; a gateway's hint lengthens a wait by at most 5 s.
   */
  public static RetryPolicy ofDefaults() {
    return new RetryPolicy(
        3,
        Duration.ofSeconds(5),
        Duration.ofSeconds(8),
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2)),
        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20)),
        Duration.ofSeconds(5));
  }

  /** This policy with another number of attempts, 1 to 10. */
  public RetryPolicy withMaxAttempts(int attempts) {
    return new RetryPolicy(
        attempts, attemptTimeout, deadline, transientBackoff, throttledBackoff, longestExtension);
  }

  /** This policy with another end of each attempt. */
  public RetryPolicy withAttemptTimeout(Duration timeout) {
    return new RetryPolicy(
        maxAttempts, timeout, deadline, transientBackoff, throttledBackoff, longestExtension);
  }

  /** This policy with another end of the whole call. */
  public RetryPolicy withDeadline(Duration end) {
    return new RetryPolicy(
        maxAttempts, attemptTimeout, end, transientBackoff, throttledBackoff, longestExtension);
  }

  /** The wait before a retry after a U or no result. */
  Duration transientWait(int retry, double random) {
    return transientBackoff.before(retry, random);
  }

  /**
   * The wait before a retry when throttled: the hint, clamped to [computed, computed + extension].
   */
  Duration throttledWait(int retry, double random, Duration hint) {
    Duration computed = throttledBackoff.before(retry, random);
    Duration longest = computed.plus(longestExtension);
    Duration atLeast = hint.compareTo(computed) > 0 ? hint : computed;
    return atLeast.compareTo(longest) < 0 ? atLeast : longest;
  }
}
