package dev.paycode.benchmarks;

import dev.paycode.persistence.MemoryStore;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import java.time.InstantSource;
import java.util.Locale;

/** The engines that keep schedules and leases; each opens an empty store. */
public enum StoreEngine {
  /** The heap of this process. */
  MEMORY {
    @Override
    Opened open(int holders, InstantSource clock) {
      MemoryStore store = MemoryStore.holding(holders, clock);
      return new Opened(store, store, () -> {});
    }
  };

  /**
   * An open store.
   *
   * @param schedules its one port
   * @param leases its other port
   * @param end what closes it
   */
  record Opened(CodeSchedules schedules, RefillLeases leases, Runnable end)
      implements AutoCloseable {

    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * An empty store.
   *
   * @param holders how many it must be able to keep
   * @param clock the time by which codes expire
   */
  abstract Opened open(int holders, InstantSource clock);

  /** Its name in tables. */
  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
