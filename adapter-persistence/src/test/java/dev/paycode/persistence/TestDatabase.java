package dev.paycode.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database with the tables of the store, empty at first. */
final class TestDatabase implements AutoCloseable {

  private final DataSource source;
  private final Runnable end;

  private TestDatabase(DataSource source, Runnable end) {
    this.source = source;
    this.end = end;
  }

  /** One in the memory of this process, of its own. */
  static TestDatabase h2() {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    return migrated(pool, pool::dispose);
  }

  /** One in a file in that directory, which several may use one after the other. */
  static TestDatabase h2In(Path directory) {
    try {
      H2File file = H2File.at(directory.resolve("codes"));
      return migrated(file, file::close);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The one in the server that most tests share. */
  static TestDatabase postgres() {
    PostgresPool pool = PostgresServer.ofThisRun().pool(8);
    return migrated(pool.dataSource(), pool::close);
  }

  static TestDatabase migrated(DataSource source, Runnable end) {
    TestDatabase database = new TestDatabase(source, end);
    database.migrate();
    database.execute("DELETE FROM paycode_schedule");
    database.execute("DELETE FROM paycode_lease");
    return database;
  }

  /** One that keeps what is in it already. */
  static TestDatabase keeping(DataSource source) {
    TestDatabase database = new TestDatabase(source, () -> {});
    database.migrate();
    return database;
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(source)
        .locations(JdbcStore.MIGRATIONS)
        .table("paycode_schema_history")
        .load()
        .migrate();
  }

  DataSource source() {
    return source;
  }

  JdbcStore store(StoreKeys keys) {
    return JdbcStore.over(source, keys).build();
  }

  /** Lets time pass: whatever was written becomes that much older. */
  void elapse(Duration time) {
    String step = "INTERVAL '" + time.toSeconds() + "' SECOND";
    execute("UPDATE paycode_lease SET ends_at = ends_at - " + step);
    execute("UPDATE paycode_schedule SET forget_at = forget_at - " + step);
  }

  /** Runs the statement, and answers with how many rows it changed. */
  int execute(String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
  }

  /** The rows of the query, each as the list of its columns. */
  List<List<Object>> query(String sql, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<List<Object>> all = new ArrayList<>();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getObject(i));
        }
        all.add(row);
      }
      return all;
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    end.run();
  }
}
