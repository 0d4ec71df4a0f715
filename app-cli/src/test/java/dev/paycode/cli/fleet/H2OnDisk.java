package dev.paycode.cli.fleet;

import dev.paycode.persistence.H2File;
import dev.paycode.persistence.JdbcStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** A database in a file with the tables of the store; there is no server that could stop. */
final class H2OnDisk implements StoreServer {

  private final Path file;

  private H2OnDisk(Path file) {
    this.file = file;
  }

  static H2OnDisk madeIn(Path directory) {
    Path file = directory.resolve("codes");
    try (H2File source = H2File.at(file)) {
      Flyway.configure().dataSource(source).locations(JdbcStore.MIGRATIONS).load().migrate();
      return new H2OnDisk(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String address() {
    return Stores.H2 + file;
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("A file has no server");
  }

  @Override
  public void startAgain() {
    throw new UnsupportedOperationException("A file has no server");
  }
}
