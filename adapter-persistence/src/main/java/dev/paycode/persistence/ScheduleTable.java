package dev.paycode.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of the table of schedules, plain enough for any engine. */
final class ScheduleTable {

  private static final String FIND =
      "SELECT version, content FROM paycode_schedule WHERE holder = ?";

  /** Joined to a row that is always there, so that the database's time comes along. */
  private static final String LOOK =
      "SELECT CURRENT_TIMESTAMP, s.version, s.content"
          + " FROM (VALUES (CAST(? AS VARCHAR(43)))) AS k (holder)"
          + " LEFT JOIN paycode_schedule s ON s.holder = k.holder";

  private static final String INSERT =
      "INSERT INTO paycode_schedule (version, content, forget_at, holder) VALUES (?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE paycode_schedule SET version = ?, content = ?, forget_at = ?"
          + " WHERE holder = ? AND version = ?";

  private static final String PAGE =
      "SELECT holder, version, content FROM paycode_schedule"
          + " WHERE holder > ? ORDER BY holder FETCH FIRST 1000 ROWS ONLY";

  /** The condition stands twice, because a row may be renewed between look and deletion. */
  private static final String SWEEP =
      "DELETE FROM paycode_schedule WHERE forget_at <= CURRENT_TIMESTAMP AND holder IN"
          + " (SELECT holder FROM paycode_schedule WHERE forget_at <= CURRENT_TIMESTAMP"
          + " ORDER BY forget_at FETCH FIRST 1000 ROWS ONLY)";

  private ScheduleTable() {}

  static Optional<ScheduleRow> find(Connection connection, String holder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, holder);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new ScheduleRow(holder, rows.getLong(1), rows.getBytes(2)))
            : Optional.empty();
      }
    }
  }

  static Sight<ScheduleRow> look(Connection connection, String holder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
      statement.setString(1, holder);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        long version = rows.getLong(2);
        return new Sight<>(
            rows.getObject(1, OffsetDateTime.class).toInstant(),
            Optional.ofNullable(rows.getBytes(3))
                .map(content -> new ScheduleRow(holder, version, content)));
      }
    }
  }

  /** Whether the row could be written where there was none. */
  static boolean insert(Connection connection, ScheduleRow row, Instant forgetAt)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      fill(statement, row, forgetAt);
      return statement.executeUpdate() == 1;
    }
  }

  /** Whether the row could be written over that version. */
  static boolean update(Connection connection, long version, ScheduleRow row, Instant forgetAt)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      fill(statement, row, forgetAt);
      statement.setLong(5, version);
      return statement.executeUpdate() == 1;
    }
  }

  private static void fill(PreparedStatement statement, ScheduleRow row, Instant forgetAt)
      throws SQLException {
    statement.setLong(1, row.version());
    statement.setBytes(2, row.content());
    statement.setObject(3, forgetAt.atOffset(ZoneOffset.UTC));
    statement.setString(4, row.holder());
  }

  /** The next rows in the order of their holders; none after the last. */
  static List<ScheduleRow> page(Connection connection, String afterHolder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
      statement.setString(1, afterHolder);
      try (ResultSet rows = statement.executeQuery()) {
        List<ScheduleRow> page = new ArrayList<>();
        while (rows.next()) {
          page.add(new ScheduleRow(rows.getString(1), rows.getLong(2), rows.getBytes(3)));
        }
        return page;
      }
    }
  }

  /** Deletes some of the rows whose time is over, and answers with how many they were. */
  static int sweep(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SWEEP)) {
      return statement.executeUpdate();
    }
  }
}
