package dev.paycode.persistence;

import dev.paycode.contract.CodeSchedulesContract;
import dev.paycode.port.out.CodeSchedules;
import java.time.Instant;

class MemoryStoreAsCodeSchedulesTest extends CodeSchedulesContract {

  private final HandMovedClock clock = new HandMovedClock();
  private final MemoryStore store = MemoryStore.holding(100, clock);

  @Override
  protected CodeSchedules schedules() {
    return store;
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }
}
