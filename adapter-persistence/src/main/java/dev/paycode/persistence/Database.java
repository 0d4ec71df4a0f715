package dev.paycode.persistence;

import dev.paycode.port.out.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A database that is asked for one statement at a time, each committed by itself. Safe for use by
 * many threads.
 */
final class Database {

  private final DataSource source;
  private final Duration timeout;

  /**
   * The database behind this source.
   *
   * @param timeout how long the answer to a statement may take
   */
  Database(DataSource source, Duration timeout) {
    this.source = source;
    this.timeout = timeout;
  }

  /**
   * Tries until it has a result.
   *
   * @param task what is done, for a message
   * @throws StoreUnavailableException if the database does not answer, or not in time; whether the
   *     last try was committed is then unknown
   */
  <T> T run(String task, Attempt<T> attempt) {
    Patience patience = new Patience(task, timeout);
    while (true) {
      try {
        Optional<T> result = once(attempt);
        if (result.isPresent()) {
          return result.get();
        }
        patience.endureCollision();
      } catch (SQLException failure) {
        patience.endure(failure);
      }
    }
  }

  /** The time by its clock. */
  Instant now() {
    return run("tell the time", Database::time);
  }

  private static Optional<Instant> time(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT CURRENT_TIMESTAMP");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant());
    }
  }

  private void bound(Connection connection) throws SQLException {
    try {
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
    } catch (SQLFeatureNotSupportedException byItsOwnMeans) {
      // such as those that its address sets
    }
  }

  private <T> Optional<T> once(Attempt<T> attempt) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      bound(connection);
      return attempt.on(connection);
    }
  }
}
