package dev.paycode.code;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The code to show now, and for how long.
 *
 * @param issued the code to show; it is inside its window
 * @param until when to look again: a fresher code takes over, or this one comes too close to its
 *     end. Never after the expiry
 * @param coveredUntil the end of the unbroken coverage that now lies in: without a refill there is
 *     no code to show from then on
 */
public record Presentation(IssuedCode issued, Instant until, Instant coveredUntil) {

  /** Refuses null. */
  public Presentation {
    requireNonNull(issued, "issued");
    requireNonNull(until, "until");
    requireNonNull(coveredUntil, "coveredUntil");
  }

  /** The code to show. */
  public PaymentCode code() {
    return issued.code();
  }

  /** When the code stops being valid. */
  public Instant expiry() {
    return issued.window().expiry();
  }
}
