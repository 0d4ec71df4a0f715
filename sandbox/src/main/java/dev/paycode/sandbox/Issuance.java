package dev.paycode.sandbox;

import static java.util.Objects.requireNonNull;

import dev.paycode.code.IssuedCode;
import dev.paycode.request.CustomerId;
import java.time.Instant;

/**
 * One line of the sandbox's ledger: which code went to whom, when, and in which answer.
 *
 * @param customer whose code it is
 * @param code the code and its window; masked in {@link #toString()}
 * @param at the sandbox's time of issue
 * @param call the number of the {@link SandboxCall} that was answered, from 1
 * @param answer the name of that answer, such as {@code SUCCESS} or {@code UNSIGNED}
 */
public record Issuance(CustomerId customer, IssuedCode code, Instant at, int call, String answer) {

  /** Refuses null. */
  public Issuance {
    requireNonNull(customer, "customer");
    requireNonNull(code, "code");
    requireNonNull(at, "at");
    requireNonNull(answer, "answer");
  }
}
