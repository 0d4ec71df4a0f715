package dev.paycode.usecase;

import dev.paycode.code.CodeSchedule;
import java.time.Duration;
import java.time.Instant;

/**
 * How fresh a code must be, and how early the next ones are fetched.
 *
 * @param margin how long before its expiry a code is no longer shown, if a fresher one can be; and
 *     how long somebody who has just used a code up waits for the next before more are fetched
 * @param refillAhead how long before the coverage ends a refill begins; it must leave room for the
 *     whole deadline of a call
 * @param longestWindow the longest a code is kept, whatever window the gateway gives it
 */
public record PresentationPolicy(Duration margin, Duration refillAhead, Duration longestWindow) {

  /**
   * @throws IllegalArgumentException if a duration is negative, or one that must be positive is
   *     zero
   */
  public PresentationPolicy {
    if (margin.isNegative()) {
      throw new IllegalArgumentException("margin is 0 or more, not " + margin);
    }
    if (refillAhead.compareTo(margin) <= 0) {
      throw new IllegalArgumentException(
          "refillAhead must be longer than the margin " + margin + ", not " + refillAhead);
    }
    if (longestWindow.compareTo(refillAhead) <= 0) {
      throw new IllegalArgumentException(
          "longestWindow must be longer than refillAhead "
              + refillAhead
              + ", not "
              + longestWindow);
    }
  }

  /**
   * A margin of 5 s, a refill 25 s before the end, windows of at most 5 minutes: with ten codes a
   * call, 305 s between calls.
   */
  public static PresentationPolicy ofDefaults() {
    return new PresentationPolicy(
        Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofMinutes(5));
  }

  /**
   * When to see to a refill, for coverage that ends then and a refill that may just have failed.
   */
  Instant refillAt(Instant coveredUntil, Instant now) {
    Instant due = coveredUntil.minus(refillAhead);
    return due.isAfter(now) ? due : now.plus(FutileRefills.MEMORY);
  }

  /** Whether codes must be fetched now: the coverage runs low, or none begins soon enough. */
  boolean needsRefill(CodeSchedule held, Instant now) {
    return held.presentableAt(now, margin)
        .map(shown -> !now.isBefore(shown.coveredUntil().minus(refillAhead)))
        .orElseGet(() -> !beginsSoon(held, now));
  }

  /** Whoever has just used a code up wants the next at once; others wait for the one they have. */
  private boolean beginsSoon(CodeSchedule held, Instant now) {
    boolean usedUp = held.retired().stream().anyMatch(code -> code.window().contains(now));
    Duration patience = usedUp ? margin : refillAhead;
    return held.nextChangeAfter(now, margin)
        .filter(start -> start.isBefore(now.plus(patience)))
        .isPresent();
  }
}
