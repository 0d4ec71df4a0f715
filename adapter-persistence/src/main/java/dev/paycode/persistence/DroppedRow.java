package dev.paycode.persistence;

import static java.util.Objects.requireNonNull;

/**
 * What a store tells of a schedule that it found but could not open. It counts as if it were not
 * there; its codes are never shown.
 *
 * @param row the look-up of its holder, as it stands in the store: 43 characters that tell nothing
 * @param reason why it does not open
 */
public record DroppedRow(String row, Reason reason) {

  /** Refuses null. */
  public DroppedRow {
    requireNonNull(row, "row");
    requireNonNull(reason, "reason");
  }

  /** Why a row does not open. */
  public enum Reason {
    /** Sealed by a key that is not among the store's keys: a key was removed too early. */
    UNKNOWN_KEY,
    /** Changed, cut short, or moved here from another row. */
    ALTERED,
    /** Written in a form that this version of the software does not know. */
    UNKNOWN_FORMAT
  }
}
