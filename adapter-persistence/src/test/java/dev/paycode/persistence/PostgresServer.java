package dev.paycode.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;

/** A real server of PostgreSQL, from a Maven artifact. */
final class PostgresServer implements AutoCloseable {

  private static final String NAME = "postgres";

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The one server that most tests share; it ends with the process. */
  static PostgresServer ofThisRun() {
    return OfThisRun.SERVER;
  }

  private static final class OfThisRun {
    private static final PostgresServer SERVER = started(EmbeddedPostgres.builder());
  }

  /** A server of one's own, with its data in that directory. */
  static PostgresServer startedIn(Path directory) {
    return started(
        EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false));
  }

  /** The same server again after it was closed. */
  PostgresServer startedAgainIn(Path directory) {
    return started(
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setPort(port()));
  }

  private static PostgresServer started(EmbeddedPostgres.Builder builder) {
    try {
      return new PostgresServer(builder.start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return server.getPort();
  }

  /** The address through that port, be it the server's own or that of somebody in between. */
  static String url(int port) {
    return "jdbc:postgresql://localhost:" + port + "/" + NAME;
  }

  PostgresPool pool(int size) {
    return poolThrough(port(), size);
  }

  static PostgresPool poolThrough(int port, int size) {
    return PostgresPool.of(url(port), NAME, "", size);
  }

  /** New connections with these settings of the driver. */
  DataSource source(Map<String, String> settings) {
    return server.getDatabase(NAME, NAME, settings);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
