package dev.paycode.cli.fleet;

import dev.paycode.persistence.JdbcStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the tables of the store. */
final class PostgresServer implements StoreServer {

  private final Path directory;
  private final int port;
  private EmbeddedPostgres server;

  private PostgresServer(Path directory) {
    this.directory = directory;
    server = started(builder(directory));
    port = server.getPort();
    Flyway.configure()
        .dataSource(server.getPostgresDatabase())
        .locations(JdbcStore.MIGRATIONS)
        .load()
        .migrate();
  }

  static PostgresServer startedIn(Path directory) {
    return new PostgresServer(directory);
  }

  private static EmbeddedPostgres.Builder builder(Path directory) {
    return EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
  }

  private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String address() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void startAgain() {
    server = started(builder(directory).setPort(port));
  }
}
