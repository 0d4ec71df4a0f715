package dev.paycode.contract;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.holder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.RefillLeases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of refill leases must do. */
public abstract class RefillLeasesContract {

  private static final Duration LENGTH = Duration.ofSeconds(16);
  private static final int ROUNDS = 5;

  /** For adapters to extend. */
  protected RefillLeasesContract() {}

  /** The store under test, without any lease at the start of each test. */
  protected abstract RefillLeases leases();

  /** Lets that much time pass by the store's clock. */
  protected abstract void elapse(Duration time);

  @Test
  void a_free_lease_is_acquired_by_whoever_asks_first() {
    assertThat(leases().acquire(anyHolder(), LENGTH))
        .map(RefillLease::holder)
        .hasValue(anyHolder());
    assertThat(leases().acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void a_released_lease_can_be_acquired_again_with_a_greater_token() {
    RefillLease first = acquired();
    leases().release(first);

    assertThat(acquired().fencingToken()).isGreaterThan(first.fencingToken());
  }

  @Test
  void a_lease_that_has_run_out_passes_to_the_next_with_a_greater_token() {
    RefillLease first = acquired();
    elapse(LENGTH);

    assertThat(acquired().fencingToken()).isGreaterThan(first.fencingToken());
  }

  @Test
  void a_lease_that_has_not_run_out_does_not_pass_on() {
    acquired();
    elapse(LENGTH.dividedBy(4));

    assertThat(leases().acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void releasing_a_lease_that_has_passed_on_does_not_end_the_new_one() {
    RefillLease first = acquired();
    elapse(LENGTH);
    acquired();

    leases().release(first);

    assertThat(leases().acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void releasing_twice_is_as_good_as_once() {
    RefillLease first = acquired();
    leases().release(first);
    leases().release(first);

    assertThat(leases().acquire(anyHolder(), LENGTH)).isPresent();
  }

  @Test
  void superseding_ends_the_running_lease_with_a_greater_token() {
    RefillLease running = acquired();

    long fencingToken = leases().supersede(anyHolder());

    assertThat(fencingToken).isGreaterThan(running.fencingToken());
    assertThat(acquired().fencingToken()).isGreaterThan(fencingToken);
  }

  @Test
  void superseding_nothing_still_gives_a_token_that_the_next_lease_exceeds() {
    long fencingToken = leases().supersede(anyHolder());

    assertThat(fencingToken).isPositive();
    assertThat(acquired().fencingToken()).isGreaterThan(fencingToken);
  }

  @Test
  void the_lease_of_one_holder_is_no_concern_of_another() {
    acquired();

    assertThat(leases().acquire(holder("customer-2", "device-1"), LENGTH)).isPresent();
  }

  @Test
  void of_many_who_ask_at_once_exactly_one_gets_the_lease() throws Exception {
    List<Optional<RefillLease>> answers =
        Crowd.of(member -> () -> leases().acquire(anyHolder(), LENGTH));

    assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void of_many_who_ask_at_once_for_a_lease_that_has_ended_exactly_one_gets_it() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      leases().release(acquired());

      List<Optional<RefillLease>> answers =
          Crowd.of(member -> () -> leases().acquire(anyHolder(), LENGTH));

      assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
      answers.forEach(answer -> answer.ifPresent(leases()::release));
    }
  }

  private RefillLease acquired() {
    return leases().acquire(anyHolder(), LENGTH).orElseThrow();
  }
}
