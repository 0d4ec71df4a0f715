package dev.paycode.persistence;

import dev.paycode.port.out.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;

/** How much one call to a database puts up with before it gives up. For use by one thread. */
final class Patience {

  /** Of many who change one row at once, one succeeds in each round. */
  private static final int MOST_COLLISIONS = 500;

  /** A pool may hold several connections to a server that has been started anew. */
  private static final int MOST_LOSSES = 10;

  private final String task;
  private final Duration longest;
  private final long begin = System.nanoTime();
  private int collisions;
  private int losses;

  /**
   * Patience that begins now.
   *
   * @param task what is done, for a message
   * @param longest how old the call may be to be tried again on another connection
   */
  Patience(String task, Duration longest) {
    this.task = task;
    this.longest = longest;
  }

  /** Puts up with somebody else having been quicker. */
  void endureCollision() {
    endureCollision(new IllegalStateException("too many changes at the same time"));
  }

  /**
   * Puts up with the failure.
   *
   * @throws StoreUnavailableException if it will not go away by another try
   */
  void endure(SQLException failure) {
    switch (SqlFailure.of(failure)) {
      case COLLISION -> endureCollision(failure);
      case LOST -> endureLoss(failure);
      case NO_TABLES ->
          throw new StoreUnavailableException(
              "The database has no tables for Paycode's store; run the migrations in "
                  + JdbcStore.MIGRATIONS,
              failure);
      case FINAL -> throw unavailable(failure);
    }
  }

  private void endureCollision(Exception failure) {
    if (++collisions > MOST_COLLISIONS) {
      throw unavailable(failure);
    }
  }

  private void endureLoss(SQLException failure) {
    if (++losses > MOST_LOSSES || System.nanoTime() - begin > longest.toNanos()) {
      throw unavailable(failure);
    }
  }

  private StoreUnavailableException unavailable(Exception failure) {
    return new StoreUnavailableException(
        "The database did not let the store " + task + ": " + reason(failure), failure);
  }

  /** The state alone: a driver's text may repeat what is in a row. */
  private static String reason(Exception failure) {
    return failure instanceof SQLException sql
        ? "SQLState " + sql.getSQLState()
        : String.valueOf(failure.getMessage());
  }
}
