package dev.paycode.benchmarks;

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
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Opens stores in databases that are made for them and end with them. */
final class DatabaseStores {

  private static final String USER = "postgres";
  private static final int CONNECTIONS = 2;

  private DatabaseStores() {}

  /**
   * A store in a file.
   *
   * @param holders how many are in it
   * @param start when their codes begin
   */
  static StoreEngine.Opened h2(int holders, Instant start) {
    try {
      Path directory = Files.createTempDirectory("paycode-benchmarks");
      DataSource source = H2File.at(directory.resolve("codes"));
      JdbcStore store = store(source);
      try (Connection kept = source.getConnection()) {
        kept.setReadOnly(true); // it only keeps the file open meanwhile
        Holders.fill(store, holders, start);
      }
      return new StoreEngine.Opened(store, store, () -> delete(directory));
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("H2 cannot be filled", failed);
    }
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
    JdbcStore store = store(pool.dataSource());
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

  private static JdbcStore store(DataSource source) {
    Flyway.configure().dataSource(source).locations(JdbcStore.MIGRATIONS).load().migrate();
    return JdbcStore.over(source, StoreKeys.generate()).build();
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
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
