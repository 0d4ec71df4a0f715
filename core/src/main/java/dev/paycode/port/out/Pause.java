package dev.paycode.port.out;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The facts of a wait that begins before an attempt; no secret among them.
 *
 * @param length how long it lasts unless it is interrupted; positive
 * @param reason why
 */
public record Pause(Duration length, Reason reason) {

  /** Why an attempt waits. */
  public enum Reason {
    /** The attempt before brought no final result, and the policy has the next one wait. */
    RETRY,
    /** Alipay+ asked for fewer calls, and other calls of this process go first. */
    TURN
  }

  /** Refuses null. */
  public Pause {
    requireNonNull(length, "length");
    requireNonNull(reason, "reason");
  }
}
