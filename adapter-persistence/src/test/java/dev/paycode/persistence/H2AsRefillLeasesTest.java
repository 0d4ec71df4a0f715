package dev.paycode.persistence;

import dev.paycode.contract.RefillLeasesContract;
import dev.paycode.port.out.RefillLeases;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class H2AsRefillLeasesTest extends RefillLeasesContract {

  private final TestDatabase database = TestDatabase.h2();
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
