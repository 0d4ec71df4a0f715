package dev.paycode.handling;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The retries that all calls of a process may spend together: a token bucket, so that a gateway
 * that is down sees hardly more attempts than calls.
 *
 * <p>Each retry costs tokens, each success gives some back. A full bucket of 500 tokens at 14 a
 * retry pays for 35 retries; then calls fail after their first attempt, which is never denied. Safe
 * for use by many threads.
 */
public final class RetryBudget {

  private static final int CAPACITY = 500;
  private static final int COST = 14;

  private final int capacity;
  private final int cost;
  private final AtomicInteger tokens;

  private RetryBudget(int capacity, int cost) {
    this.capacity = capacity;
    this.cost = cost;
    this.tokens = new AtomicInteger(capacity);
  }

  /** A full bucket of 500 tokens, 14 for a retry. */
  public static RetryBudget ofDefaults() {
    return of(CAPACITY, COST);
  }

  /**
   * A full bucket.
   *
   * @param capacity the most tokens it holds, 0 or more; 0 allows no retry
   * @param cost the tokens one retry takes, 1 or more
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static RetryBudget of(int capacity, int cost) {
    if (capacity < 0 || cost < 1) {
      throw new IllegalArgumentException(
          "A retry budget needs capacity >= 0 and cost >= 1, not " + capacity + " and " + cost);
    }
    return new RetryBudget(capacity, cost);
  }

  /** Takes the tokens for a retry, if there are enough. */
  public boolean withdraw() {
    int before = tokens.getAndUpdate(held -> held >= cost ? held - cost : held);
    return before >= cost;
  }

  /**
   * Gives tokens back after a success: those of the retry that brought it, or one after a first
   * attempt.
   *
   * @param attempts how often the request was sent
   */
  public void refund(int attempts) {
    int gain = attempts > 1 ? cost : 1;
    tokens.updateAndGet(held -> gain < capacity - held ? held + gain : capacity);
  }

  /** The tokens held now. */
  public int tokens() {
    return tokens.get();
  }
}
