package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.holder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryStoreStatusTest {

  private final HandMovedClock clock = new HandMovedClock();
  private final Instant start = clock.instant();
  private final MemoryStore store = MemoryStore.holding(100, clock);

  @Test
  void an_empty_store_holds_nothing() {
    assertThat(store.status()).isEqualTo(new StoreStatus(0, 0, Optional.empty(), 0));
  }

  @Test
  void expired_and_retired_codes_do_not_count() {
    store.update(anyHolder(), held -> schedule(1, 10, start).without(code(10)));
    store.update(holder("customer-2", "device-1"), held -> schedule(11, 1, start));
    clock.moveBy(Duration.ofSeconds(59));

    assertThat(store.status())
        .isEqualTo(new StoreStatus(2, 10, Optional.of(start.plusSeconds(60)), 0));

    clock.moveBy(Duration.ofSeconds(1));

    assertThat(store.status())
        .isEqualTo(new StoreStatus(1, 8, Optional.of(start.plusSeconds(90)), 0));
  }

  @Test
  void a_purge_removes_what_time_has_passed_over_and_counts_it() {
    store.update(anyHolder(), held -> schedule(1, 10, start));
    store.update(holder("customer-2", "device-1"), held -> schedule(11, 1, start));
    clock.moveBy(Duration.ofMinutes(2));

    assertThat(store.purge()).isEqualTo(1);
    assertThat(store.purge()).isZero();
  }
}
