package dev.paycode.port.out;

import static java.util.Objects.requireNonNull;

import dev.paycode.request.CodeHolder;

/**
 * The right to refill one holder's schedule for a while.
 *
 * @param holder whose schedule
 * @param fencingToken greater than that of every earlier lease of the holder, 1 or more
 */
public record RefillLease(CodeHolder holder, long fencingToken) {

  /**
   * @throws IllegalArgumentException if the token is not positive
   */
  public RefillLease {
    requireNonNull(holder, "holder");
    if (fencingToken < 1) {
      throw new IllegalArgumentException("A fencing token is 1 or more, not " + fencingToken);
    }
  }
}
