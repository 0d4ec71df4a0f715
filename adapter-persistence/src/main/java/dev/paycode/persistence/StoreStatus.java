package dev.paycode.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How much a store holds; no codes and no holders.
 *
 * @param holders the schedules that are kept, be there codes in them or not
 * @param codes the codes that have not expired and are not retired
 * @param nextExpiry when the first of these codes expires; empty without codes
 * @param unreadable the schedules that do not open: they count as holders, but their codes are lost
 */
public record StoreStatus(long holders, long codes, Optional<Instant> nextExpiry, long unreadable) {

  /** Refuses null. */
  public StoreStatus {
    requireNonNull(nextExpiry, "nextExpiry");
  }
}
