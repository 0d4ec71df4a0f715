package dev.paycode.cli.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The stores that many servers can share; each has one server that all tests of the run use. */
enum Engine {
  POSTGRES {
    @Override
    StoreServer server() {
      return Postgres.SERVER;
    }
  },
  REDIS {
    @Override
    StoreServer server() {
      return Redis.SERVER;
    }
  };

  abstract StoreServer server();

  private static Path newDirectory() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "store");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static final class Postgres {
    private static final StoreServer SERVER = PostgresServer.startedIn(newDirectory());
  }

  private static final class Redis {
    private static final StoreServer SERVER = RedisServerWithDisk.startedIn(newDirectory());
  }
}
