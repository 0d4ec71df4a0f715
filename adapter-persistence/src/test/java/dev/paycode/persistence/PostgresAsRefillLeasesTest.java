package dev.paycode.persistence;

import dev.paycode.contract.RefillLeasesContract;
import dev.paycode.port.out.RefillLeases;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class PostgresAsRefillLeasesTest extends RefillLeasesContract {

  private final TestDatabase database = TestDatabase.postgres();
  private final JdbcStore store = database.store(StoreKeys.generate());

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected RefillLeases leases() {
    return store;
  }

  @Override
  protected void elapse(Duration time) {
    database.elapse(time);
  }
}
