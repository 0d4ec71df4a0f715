package dev.paycode.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.paycode.persistence.H2File;
import dev.paycode.persistence.JdbcStore;
import dev.paycode.persistence.PostgresPool;
import dev.paycode.persistence.StoreKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Opens stores in databases that are made for them and end with them. */
final class DatabaseStores {

  private static final String USER = "postgres";
  private static final int CONNECTIONS = 2;

  private DatabaseStores() {}

  /**
   * A store in a file that is open by turns.
   *
   * @param holders how many are in it
   * @param start when their codes begin
   */
  static StoreEngine.Opened h2(int holders, Instant start) {
    Path directory = directory();
    DataSource source = h2(directory);
    StoreKeys keys = StoreKeys.generate();
    try (HikariDataSource pool = pool(source)) { // it keeps the file open meanwhile
      Holders.fill(store(pool, keys), holders, start);
    }
    JdbcStore store = JdbcStore.over(source, keys).build();
    return new StoreEngine.Opened(store, store, () -> delete(directory));
  }

  /**
   * A store in a file that is held open.
   *
   * @param holders how many are in it
   * @param start when their codes begin
   */
  static StoreEngine.Opened h2Held(int holders, Instant start) {
    Path directory = directory();
    HikariDataSource pool = pool(h2(directory));
    JdbcStore store = store(pool, StoreKeys.generate());
    Holders.fill(store, holders, start);
    return new StoreEngine.Opened(
        store,
        store,
        () -> {
          pool.close();
          delete(directory);
        });
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("paycode-benchmarks");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static DataSource h2(Path directory) {
    try {
      return H2File.at(directory.resolve("codes"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static HikariDataSource pool(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }

  /**
   * A store in a server of PostgreSQL.
   *
   * @param holders how many are in it who can be asked for
   * @param others how many holders nobody asks for are in it
   * @param start when their codes begin
   */
  static StoreEngine.Opened postgres(int holders, int others, Instant start) {
    EmbeddedPostgres server = server();
    PostgresPool pool =
        PostgresPool.of(
            "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", USER, "", CONNECTIONS);
    JdbcStore store = store(pool.dataSource(), StoreKeys.generate());
    Holders.fill(store, 1, start);
    multiply(server.getPostgresDatabase(), others); // the pool would not wait so long
    Holders.fill(store, holders, start);
    return new StoreEngine.Opened(
        store,
        store,
        () -> {
          pool.close();
          close(server);
        });
  }

  private static EmbeddedPostgres server() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static JdbcStore store(DataSource source, StoreKeys keys) {
    Flyway.configure().dataSource(source).locations(JdbcStore.MIGRATIONS).load().migrate();
    return JdbcStore.over(source, keys).build();
  }

  /** Copies the only row: as large as any, though no holder finds it. */
  private static void multiply(DataSource source, int copies) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO paycode_schedule SELECT md5(n::text) || '-copy', version, content, forget_at"
              + " FROM paycode_schedule, generate_series(1, "
              + copies
              + ") n");
      statement.execute("VACUUM ANALYZE paycode_schedule");
      statement.execute("CHECKPOINT");
    } catch (SQLException failed) {
      throw new IllegalStateException("PostgreSQL cannot be filled", failed);
    }
  }

  private static void delete(Path directory) {
    try {
      Trees.delete(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
