package dev.paycode.persistence;

import java.time.Duration;
import java.time.Instant;

class MemoryStoreContractTest extends CodeStoreContract {

  private final HandMovedClock clock = new HandMovedClock();
  private final MemoryStore store = MemoryStore.holding(100, clock);

  @Override
  CodeStore store() {
    return store;
  }

  @Override
  Instant now() {
    return clock.instant();
  }

  @Override
  void elapse(Duration time) {
    clock.moveBy(time);
  }
}
