package dev.paycode.persistence;

import dev.paycode.contract.CodeSchedulesContract;
import dev.paycode.port.out.CodeSchedules;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A database whose sessions are serializable, so that those that collide fail with 40001. */
class SessionsCollideTest extends CodeSchedulesContract {

  private final TestDatabase database = TestDatabase.postgres();
  private final JdbcStore store =
      JdbcStore.over(
              PostgresServer.ofThisRun()
                  .source(Map.of("options", "-c default_transaction_isolation=serializable")),
              StoreKeys.generate())
          .build();

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
