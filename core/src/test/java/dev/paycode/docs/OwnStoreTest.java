package dev.paycode.docs;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.contract.CodeSchedulesContract;
import dev.paycode.contract.RefillLeasesContract;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnStoreTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2024-06-01T12:00:00Z"));
  private final ConcurrentMap<CodeHolder, OwnStore.Entry> entries = new ConcurrentHashMap<>();
  private final OwnStore store = new OwnStore(entries, now::get);

  @Nested
  class Schedules extends CodeSchedulesContract {

    @Override
    protected CodeSchedules schedules() {
      return store;
    }

    @Override
    protected Instant now() {
      return now.get();
    }
  }

  @Nested
  class Leases extends RefillLeasesContract {

    @Override
    protected RefillLeases leases() {
      return store;
    }

    @Override
    protected void elapse(Duration time) {
      now.updateAndGet(before -> before.plus(time));
    }
  }

  @Test
  void what_has_expired_is_swept_and_nothing_else() {
    store.update(anyHolder(), held -> schedule(1, 2, now.get()));

    now.updateAndGet(before -> before.plusSeconds(89));
    store.sweep();
    assertThat(entries).hasSize(1);

    now.updateAndGet(before -> before.plusSeconds(1));
    store.sweep();
    assertThat(entries).isEmpty();
  }
}
