package dev.paycode.persistence;

import dev.paycode.port.out.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Removes from a database what time has passed over. Safe for use by many threads. */
final class Sweeper {

  private static final long PERIOD = Duration.ofMinutes(1).toNanos();

  private final Database database;
  private final AtomicLong due = new AtomicLong(System.nanoTime());

  Sweeper(Database database) {
    this.database = database;
  }

  /** Sweeps a bounded number of rows if that was not done for a minute; never fails. */
  void sweepNowAndThen() {
    long now = System.nanoTime();
    long planned = due.get();
    if (now - planned >= 0 && due.compareAndSet(planned, now + PERIOD)) {
      try {
        sweepLeases();
        sweepSchedules();
      } catch (StoreUnavailableException nextTime) {
        // the caller's own work is done
      }
    }
  }

  /** Sweeps until nothing is left to sweep, and answers with how many schedules were removed. */
  long sweepAll() {
    while (sweepLeases() > 0) {
      // one portion at a time, each bounded by the timeout
    }
    long removed = 0;
    int portion;
    do {
      portion = sweepSchedules();
      removed += portion;
    } while (portion > 0);
    return removed;
  }

  private int sweepLeases() {
    return database.run("sweep leases", on -> Optional.of(LeaseTable.sweep(on)));
  }

  private int sweepSchedules() {
    return database.run("sweep schedules", on -> Optional.of(ScheduleTable.sweep(on)));
  }
}
