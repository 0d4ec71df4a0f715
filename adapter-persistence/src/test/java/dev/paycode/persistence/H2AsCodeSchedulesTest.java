package dev.paycode.persistence;

import dev.paycode.contract.CodeSchedulesContract;
import dev.paycode.port.out.CodeSchedules;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class H2AsCodeSchedulesTest extends CodeSchedulesContract {

  private final TestDatabase database = TestDatabase.h2();
  private final JdbcStore store = database.store(StoreKeys.generate());

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected CodeSchedules schedules() {
    return store;
  }

  @Override
  protected Instant now() {
    return Instant.parse("2124-06-01T12:00:00Z");
  }
}
