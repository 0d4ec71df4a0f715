package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.paycode.persistence.StoreStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds.
 *
 * @param store where
 * @param holders whose schedules are kept, be there codes in them or not
 * @param codes how many may be shown, now or later
 * @param nextExpiry when the first of them expires; null without codes
 * @param unreadable how many schedules do not open under the store's keys
 * @param purged how many holders had expired and were forgotten just now
 */
@JsonPropertyOrder({"store", "holders", "codes", "nextExpiry", "unreadable", "purged"})
record StoreReport(
    String store,
    long holders,
    long codes,
    @Nullable String nextExpiry,
    long unreadable,
    long purged)
    implements Report {

  static StoreReport of(OpenStore open) {
    long purged = open.store().purge();
    StoreStatus status = open.store().status();
    return new StoreReport(
        open.address().toString(),
        status.holders(),
        status.codes(),
        status.nextExpiry().map(Instant::toString).orElse(null),
        status.unreadable(),
        purged);
  }

  @Override
  public String text() {
    return Lines.of(
        "Store:        " + store,
        "Holders:      " + holders,
        "Codes:        " + codes,
        "Next expiry:  " + (nextExpiry == null ? "none" : nextExpiry),
        "Unreadable:   " + unreadable,
        "Purged:       " + purged);
  }
}
