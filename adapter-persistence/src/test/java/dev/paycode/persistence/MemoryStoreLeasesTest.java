package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paycode.port.out.RefillLease;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryStoreLeasesTest {

  private static final Duration LENGTH = Duration.ofSeconds(16);

  private final HandMovedClock clock = new HandMovedClock();
  private final MemoryStore store = MemoryStore.holding(100, clock);

  @Test
  void a_lease_runs_to_its_very_end() {
    store.acquire(anyHolder(), LENGTH);

    clock.moveBy(LENGTH.minusNanos(1));

    assertThat(store.acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void a_lease_longer_than_a_minute_is_not_forgotten_before_its_end() {
    store.acquire(anyHolder(), Duration.ofMinutes(10));

    clock.moveBy(Duration.ofMinutes(10).minusNanos(1));

    assertThat(store.acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void a_lease_survives_a_change_of_the_schedule() {
    store.acquire(anyHolder(), LENGTH);
    store.update(anyHolder(), held -> schedule(1, 10, clock.instant()));

    assertThat(store.acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void tokens_go_on_growing_after_the_holder_was_forgotten() {
    RefillLease before = store.acquire(anyHolder(), LENGTH).orElseThrow();
    clock.moveBy(Duration.ofDays(1));

    RefillLease after = store.acquire(anyHolder(), LENGTH).orElseThrow();

    assertThat(after.fencingToken()).isGreaterThan(before.fencingToken());
  }

  @Test
  void a_lease_without_length_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.acquire(anyHolder(), Duration.ZERO))
        .withMessage("A lease's length must be positive, not PT0S");
  }
}
