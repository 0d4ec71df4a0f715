package dev.paycode.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The SQL of the table of leases, plain enough for any engine. */
final class LeaseTable {

  /** Joined to a row that is always there, so that the database's time comes along. */
  private static final String LOOK =
      "SELECT CURRENT_TIMESTAMP, l.fencing_token, l.owner, l.ends_at"
          + " FROM (VALUES (CAST(? AS VARCHAR(43)))) AS k (holder)"
          + " LEFT JOIN paycode_lease l ON l.holder = k.holder";

  private static final String INSERT =
      "INSERT INTO paycode_lease (fencing_token, owner, ends_at, holder) VALUES (?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE paycode_lease SET fencing_token = ?, owner = ?, ends_at = ?"
          + " WHERE holder = ? AND fencing_token = ?";

  /** Not deleted yet: the next token must be greater. */
  private static final String END =
      "UPDATE paycode_lease SET ends_at = CURRENT_TIMESTAMP"
          + " WHERE holder = ? AND fencing_token = ? AND ends_at > CURRENT_TIMESTAMP";

  /** So long after its end, by which the clock may be set back without a token coming twice. */
  private static final String SWEEP =
      "DELETE FROM paycode_lease WHERE ends_at <= CURRENT_TIMESTAMP - INTERVAL '10' MINUTE"
          + " AND holder IN (SELECT holder FROM paycode_lease"
          + " WHERE ends_at <= CURRENT_TIMESTAMP - INTERVAL '10' MINUTE"
          + " ORDER BY ends_at FETCH FIRST 1000 ROWS ONLY)";

  private LeaseTable() {}

  static Sight<LeaseRow> look(Connection connection, String holder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
      statement.setString(1, holder);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new Sight<>(
            rows.getObject(1, OffsetDateTime.class).toInstant(),
            rows.getObject(2) == null ? Optional.empty() : Optional.of(row(holder, rows)));
      }
    }
  }

  private static LeaseRow row(String holder, ResultSet rows) throws SQLException {
    return new LeaseRow(
        holder,
        rows.getLong(2),
        rows.getString(3),
        rows.getObject(4, OffsetDateTime.class).toInstant());
  }

  /** Whether the row could be written where there was none. */
  static boolean insert(Connection connection, LeaseRow row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      fill(statement, row);
      return statement.executeUpdate() == 1;
    }
  }

  /** Whether the row could be written over the one with that token. */
  static boolean update(Connection connection, long token, LeaseRow row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      fill(statement, row);
      statement.setLong(5, token);
      return statement.executeUpdate() == 1;
    }
  }

  private static void fill(PreparedStatement statement, LeaseRow row) throws SQLException {
    statement.setLong(1, row.fencingToken());
    statement.setString(2, row.owner());
    statement.setObject(3, row.endsAt().atOffset(ZoneOffset.UTC));
    statement.setString(4, row.holder());
  }

  /** Ends the lease with that token, if it is running. */
  static void end(Connection connection, String holder, long token) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(END)) {
      statement.setString(1, holder);
      statement.setLong(2, token);
      statement.executeUpdate();
    }
  }

  /** Deletes some of the rows whose lease ended a while ago. */
  static int sweep(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SWEEP)) {
      return statement.executeUpdate();
    }
  }
}
