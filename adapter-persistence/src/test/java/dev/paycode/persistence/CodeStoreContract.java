package dev.paycode.persistence;

import dev.paycode.contract.CodeSchedulesContract;
import dev.paycode.contract.RefillLeasesContract;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;

/** The contracts of both ports of a store. */
abstract class CodeStoreContract {

  /** The store, empty when a test begins. */
  abstract CodeStore store();

  /** The time by its clock. */
  abstract Instant now();

  /** Lets its time pass. */
  abstract void elapse(Duration time);

  @Nested
  class Schedules extends CodeSchedulesContract {

    @Override
    protected CodeSchedules schedules() {
      return store();
    }

    @Override
    protected Instant now() {
      return CodeStoreContract.this.now();
    }
  }

  @Nested
  class Leases extends RefillLeasesContract {

    @Override
    protected RefillLeases leases() {
      return store();
    }

    @Override
    protected void elapse(Duration time) {
      CodeStoreContract.this.elapse(time);
    }
  }
}
