package dev.paycode.persistence;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** The contracts on any database. */
abstract class JdbcStoreContract extends CodeStoreContract {

  private final TestDatabase database = database();
  private final JdbcStore store = database.store(StoreKeys.generate());

  abstract TestDatabase database();

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  CodeStore store() {
    return store;
  }

  @Override
  Instant now() {
    return Instant.parse("2124-06-01T12:00:00Z");
  }

  @Override
  void elapse(Duration time) {
    database.elapse(time);
  }
}
