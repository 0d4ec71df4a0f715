package dev.paycode.persistence;

import java.time.Instant;
import java.util.Optional;

/**
 * How things stood at a moment.
 *
 * @param now the moment, by the clock of the database
 * @param row what was there, if anything
 */
record Sight<R>(Instant now, Optional<R> row) {

  /**
   * A number greater than the one before: the moment in microseconds where it is, so that numbers
   * grow even if the row was deleted in between.
   */
  long after(long before) {
    long micros = Math.multiplyExact(now.getEpochSecond(), 1_000_000) + now.getNano() / 1_000;
    return Math.max(before + 1, micros);
  }
}
