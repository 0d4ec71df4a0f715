package dev.paycode.cli.fleet;

import dev.paycode.persistence.CodeStore;
import dev.paycode.persistence.JdbcStore;
import dev.paycode.persistence.PostgresPool;
import dev.paycode.persistence.RedisStore;
import dev.paycode.persistence.StoreKeys;

/** Opens the store behind an address. */
final class Stores {

  private Stores() {}

  /**
   * The store at that address. It is open as long as the process is.
   *
   * @param connections the most at a time, where one is not enough
   */
  static CodeStore open(String address, StoreKeys keys, int connections) {
    return address.startsWith("jdbc:")
        ? inPostgres(address, keys, connections)
        : RedisStore.at(address).open(keys);
  }

  private static CodeStore inPostgres(String address, StoreKeys keys, int connections) {
    PostgresPool pool = PostgresPool.of(address, "postgres", "", connections);
    return JdbcStore.over(pool.dataSource(), keys).build();
  }
}
