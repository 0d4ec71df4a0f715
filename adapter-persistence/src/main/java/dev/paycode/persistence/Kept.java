package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept of one holder.
 *
 * @param schedule their codes
 * @param changed when the schedule was last replaced
 * @param leaseToken the token of the last lease, 0 where there is none to end
 * @param leasedUntil when that lease runs out
 */
record Kept(CodeSchedule schedule, Instant changed, long leaseToken, Instant leasedUntil) {

  static final Kept NOTHING = new Kept(CodeSchedule.empty(), Instant.EPOCH, 0, Instant.EPOCH);

  /** How long a fence must hold off late writers (the port's contract). */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  Kept with(CodeSchedule replacement, Instant now) {
    return replacement.equals(CodeSchedule.empty()) && equals(NOTHING)
        ? this
        : new Kept(replacement, now, leaseToken, leasedUntil);
  }

  Kept leased(long token, Instant until) {
    return new Kept(schedule, changed, token, until);
  }

  Kept released(long token) {
    return token == leaseToken ? withoutLease() : this;
  }

  Kept withoutLease() {
    return new Kept(schedule, changed, 0, Instant.EPOCH);
  }

  boolean isLeasedAt(Instant now) {
    return now.isBefore(leasedUntil);
  }

  /** The first instant at which nothing here is worth keeping. */
  Instant forgettableAt() {
    return Stream.of(changed.plus(SHORTEST), leasedUntil, lastExpiry(schedule).orElse(changed))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /** When the last of the codes expires, held or retired; empty without codes. */
  static Optional<Instant> lastExpiry(CodeSchedule schedule) {
    return Stream.concat(schedule.codes().stream(), schedule.retired().stream())
        .map(code -> code.window().expiry())
        .max(Instant::compareTo);
  }
}
