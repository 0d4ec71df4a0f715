package dev.paycode.cli;

import dev.paycode.persistence.JdbcStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of a store up to date. */
final class Migrations {

  private static final String HISTORY = "paycode_schema_history";

  private Migrations() {}

  /**
   * Runs those that are missing. Flyway takes half a second to find out that none is, so it is
   * asked only where the history does not have the last one.
   *
   * @throws SQLException if the database does not answer
   */
  static void run(DataSource source) throws SQLException {
    if (!isUpToDate(source)) {
      Flyway.configure()
          .dataSource(source)
          .locations(JdbcStore.MIGRATIONS)
          .table(HISTORY)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
  }

  private static boolean isUpToDate(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return hasHistory(connection) && hasLast(connection);
    }
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(
                null, connection.getSchema(), HISTORY, new String[] {"TABLE", "BASE TABLE"})) {
      return tables.next();
    }
  }

  private static boolean hasLast(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT 1 FROM \"" + HISTORY + "\" WHERE \"version\" = ? AND \"success\" = TRUE")) {
      statement.setString(1, JdbcStore.LAST_MIGRATION);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
