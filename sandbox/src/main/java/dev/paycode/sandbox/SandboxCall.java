package dev.paycode.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A call that reached the sandbox, and what it answered.
 *
 * @param number 1 for the first call
 * @param at the sandbox's time of arrival
 * @param answer the name of the answer: a result code such as {@code SUCCESS} or {@code
 *     INVALID_SIGNATURE}, what a {@link Script} is called, such as {@code UNSIGNED}, or {@code
 *     SCRIPT-FAILED} where a script threw something
 */
public record SandboxCall(int number, Instant at, String answer) {

  /** Refuses null. */
  public SandboxCall {
    requireNonNull(at, "at");
    requireNonNull(answer, "answer");
  }
}
