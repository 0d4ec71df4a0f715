package dev.paycode.sandbox;

import static java.util.Objects.requireNonNull;

import dev.paycode.code.IssuedCode;
import dev.paycode.request.CustomerId;
import java.time.Instant;

/**
 * One line of the sandbox's ledger: which code went to whom, and when.
 *
 * @param customer whose code it is
 * @param code the code and its window; masked in {@link #toString()}
 * @param at the sandbox's time of issue
 */
public record Issuance(CustomerId customer, IssuedCode code, Instant at) {

  /** Refuses null. */
  public Issuance {
    requireNonNull(customer, "customer");
    requireNonNull(code, "code");
    requireNonNull(at, "at");
  }
}
