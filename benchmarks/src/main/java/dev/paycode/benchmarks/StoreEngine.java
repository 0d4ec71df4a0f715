package dev.paycode.benchmarks;

import dev.paycode.persistence.MemoryStore;
import dev.paycode.persistence.RedisStore;
import dev.paycode.persistence.StoreKeys;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import java.time.InstantSource;

/** The engines that keep schedules and leases; each opens a store full of codes. */
public enum StoreEngine {
  /** The heap of this process. */
  MEMORY {
    @Override
    Opened open(int holders, InstantSource clock) {
      MemoryStore store = MemoryStore.holding(holders, clock);
      Holders.fill(store, holders, clock.instant());
      return new Opened(store, store, () -> {});
    }

    @Override
    int asked(int holders) {
      return holders;
    }
  },

  /** A file of H2 as the command line uses it: open by turns. */
  H2 {
    @Override
    Opened open(int holders, InstantSource clock) {
      return DatabaseStores.h2(asked(holders), clock.instant());
    }
  },

  /** A file of H2 as the only server that uses it may: held open by a pool of connections. */
  H2_HELD {
    @Override
    Opened open(int holders, InstantSource clock) {
      return DatabaseStores.h2Held(asked(holders), clock.instant());
    }
  },

  /** A server of PostgreSQL on this machine. */
  POSTGRES {
    @Override
    Opened open(int holders, InstantSource clock) {
      return DatabaseStores.postgres(asked(holders), holders - asked(holders), clock.instant());
    }
  },

  /** A server of Redis on this machine. */
  REDIS {
    @Override
    Opened open(int holders, InstantSource clock) {
      LocalRedis server = LocalRedis.start();
      RedisStore store = RedisStore.at(server.address()).open(StoreKeys.generate());
      Holders.fill(store, asked(holders), clock.instant());
      return new Opened(
          store,
          store,
          () -> {
            store.close();
            server.close();
          });
    }
  };

  private static final int MOST_ASKED = 1_000;

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
   * A warm store.
   *
   * @param holders how many it keeps
   * @param clock the time by which codes expire, and at which they begin
   */
  abstract Opened open(int holders, InstantSource clock);

  /** How many of so many holders ask; the others are only there. */
  int asked(int holders) {
    return Math.min(holders, MOST_ASKED);
  }
}
