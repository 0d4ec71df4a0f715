package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.holder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryStoreIsBoundedTest {

  private static final CodeHolder FIRST = holder("first", "device-1");
  private static final CodeHolder SECOND = holder("second", "device-1");
  private static final CodeHolder THIRD = holder("third", "device-1");

  private final HandMovedClock clock = new HandMovedClock();
  private final MemoryStore store = MemoryStore.holding(2, clock);

  @BeforeEach
  void fill() {
    store.update(FIRST, held -> schedule(1, 1, clock.instant()));
    store.update(SECOND, held -> schedule(2, 1, clock.instant()));
  }

  @Test
  void a_full_store_refuses_a_new_holder_and_says_how_many_it_keeps() {
    assertThatThrownBy(() -> store.update(THIRD, held -> schedule(3, 1, clock.instant())))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("The store in memory has no room for another holder: it keeps 2 already");
  }

  @Test
  void a_full_store_refuses_a_new_holders_lease_so_that_no_code_is_bought_for_nothing() {
    assertThatThrownBy(() -> store.acquire(THIRD, Duration.ofSeconds(16)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void a_full_store_forgets_nobody_early() {
    assertThatThrownBy(() -> store.update(THIRD, held -> schedule(3, 1, clock.instant())))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(store.find(FIRST).codes()).hasSize(1);
    assertThat(store.find(SECOND).codes()).hasSize(1);
  }

  @Test
  void a_full_store_goes_on_changing_the_holders_it_has() {
    assertThat(store.update(FIRST, held -> held.withoutAll(1)).retired()).hasSize(1);
  }

  @Test
  void a_full_store_has_room_again_once_a_holder_is_forgotten() {
    clock.moveBy(Duration.ofMinutes(2));

    store.update(THIRD, held -> schedule(3, 1, clock.instant()));

    assertThat(store.find(THIRD).codes()).hasSize(1);
  }

  @Test
  void a_change_that_leaves_nothing_to_keep_needs_no_room() {
    assertThat(store.update(THIRD, held -> held.without(code(1))).codes()).isEmpty();
  }

  @Test
  void a_store_without_room_for_anybody_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryStore.holding(0, clock))
        .withMessage("A store holds 1 holder or more, not 0");
  }

  @Test
  void what_it_prints_is_how_full_it_is() {
    assertThat(store).hasToString("MemoryStore[2 of 2 holders]");
  }
}
