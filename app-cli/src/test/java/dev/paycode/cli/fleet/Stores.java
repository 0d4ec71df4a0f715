package dev.paycode.cli.fleet;

import dev.paycode.persistence.CodeStore;
import dev.paycode.persistence.H2File;
import dev.paycode.persistence.JdbcStore;
import dev.paycode.persistence.PostgresPool;
import dev.paycode.persistence.RedisStore;
import dev.paycode.persistence.StoreKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Opens the store behind an address. */
final class Stores {

  /** What the path of a file of H2 follows. */
  static final String H2 = "h2:";

  private Stores() {}

  /**
   * A store in use.
   *
   * @param end gives back what it holds of the system
   */
  record Open(CodeStore store, Runnable end) implements AutoCloseable {

    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * The store at that address.
   *
   * @param connections the most at a time, where one is not enough
   */
  static Open open(String address, StoreKeys keys, int connections) {
    if (address.startsWith(H2)) {
      return inFile(Path.of(address.substring(H2.length())), keys);
    }
    return address.startsWith("jdbc:")
        ? inPostgres(address, keys, connections)
        : inRedis(address, keys);
  }

  private static Open inFile(Path path, StoreKeys keys) {
    try {
      H2File file = H2File.at(path);
      return new Open(JdbcStore.over(file, keys).build(), file::close);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Open inPostgres(String address, StoreKeys keys, int connections) {
    PostgresPool pool = PostgresPool.of(address, "postgres", "", connections);
    return new Open(JdbcStore.over(pool.dataSource(), keys).build(), pool::close);
  }

  private static Open inRedis(String address, StoreKeys keys) {
    RedisStore store = RedisStore.at(address).open(keys);
    return new Open(store, store::close);
  }
}
