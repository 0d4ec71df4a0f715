package dev.paycode.usecase;

import dev.paycode.contract.CodeSchedulesContract;
import dev.paycode.contract.RefillLeasesContract;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;

/** The tests' own store keeps the contracts, or what they prove would prove nothing. */
class PlainStoreTest {

  private final VirtualTime time = new VirtualTime();
  private final PlainStore store = new PlainStore(time);

  @Nested
  class Schedules extends CodeSchedulesContract {
    @Override
    protected CodeSchedules schedules() {
      return store;
    }

    @Override
    protected Instant now() {
      return time.now();
    }
  }

  @Nested
  class Leases extends RefillLeasesContract {
    @Override
    protected RefillLeases leases() {
      return store;
    }

    @Override
    protected void elapse(Duration duration) {
      time.pass(duration);
    }
  }
}
