package dev.paycode.cli.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The stores that many processes can share; there is one of each for all tests of the run. */
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
  },
  H2 {
    @Override
    StoreServer server() {
      return File.SERVER;
    }
  };

  /** The engines whose store is a server that can stop. */
  static final String SERVERS = "POSTGRES|REDIS";

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

  private static final class File {
    private static final StoreServer SERVER = H2OnDisk.madeIn(newDirectory());
  }
}
