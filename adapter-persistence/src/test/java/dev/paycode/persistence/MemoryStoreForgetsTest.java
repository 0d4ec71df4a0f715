package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryStoreForgetsTest {

  private static final Duration A_MOMENT = Duration.ofNanos(1);

  private final HandMovedClock clock = new HandMovedClock();
  private final MemoryStore store = MemoryStore.holding(100, clock);

  @Test
  void a_schedule_once_its_last_code_has_expired_and_not_before() {
    CodeSchedule tenCodes = schedule(1, 10, clock.instant());
    Instant end = tenCodes.coverageEnd().orElseThrow();
    store.update(anyHolder(), held -> tenCodes);

    clock.moveBy(Duration.between(clock.instant(), end).minus(A_MOMENT));
    assertThat(store.find(anyHolder())).isEqualTo(tenCodes);

    clock.moveBy(A_MOMENT);
    assertThat(store.find(anyHolder())).isEqualTo(CodeSchedule.empty());
  }

  @Test
  void a_retired_code_no_sooner_than_it_would_have_expired() {
    CodeSchedule tenCodes = schedule(1, 10, clock.instant());
    store.update(anyHolder(), held -> tenCodes);
    store.update(anyHolder(), held -> held.withoutAll(1));

    clock.moveBy(Duration.ofSeconds(330).minus(A_MOMENT));

    assertThat(store.find(anyHolder()).retired()).hasSize(10);
  }

  @Test
  void a_fence_a_minute_after_the_last_change() {
    store.update(anyHolder(), held -> held.withoutAll(7));

    clock.moveBy(Duration.ofMinutes(1).minus(A_MOMENT));
    assertThat(store.find(anyHolder()).fence()).isEqualTo(7);

    clock.moveBy(A_MOMENT);
    assertThat(store.find(anyHolder()).fence()).isZero();
  }

  @Test
  void nothing_while_each_change_begins_the_minute_anew() {
    store.update(anyHolder(), held -> held.withoutAll(7));
    clock.moveBy(Duration.ofSeconds(50));
    store.update(anyHolder(), held -> held.withoutAll(8));
    clock.moveBy(Duration.ofSeconds(50));

    assertThat(store.find(anyHolder()).fence()).isEqualTo(8);
  }
}
