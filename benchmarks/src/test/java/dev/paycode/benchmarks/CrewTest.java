package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void so_many_calls_are_shared_by_all_threads() throws Exception {
    new Crew(calls::incrementAndGet, 4).call(100);

    assertThat(calls).hasValue(100);
  }

  @Test
  void even_no_time_at_all_is_enough_for_a_call_by_each_thread() throws Exception {
    assertThat(new Crew(calls::incrementAndGet, 3).callFor(Duration.ZERO)).isEqualTo(3);
    assertThat(calls).hasValue(3);
  }

  @Test
  void a_call_that_had_to_wait_for_the_one_before_counts_from_when_it_was_due() throws Exception {
    Duration stall = Duration.ofMillis(50);
    CountDownLatch first = new CountDownLatch(1);

    Latencies latencies =
        new Crew(() -> stallOnce(first, stall), 1).callAtRate(1_000, Duration.ofMillis(10));

    assertThat(latencies.micros(0)).isGreaterThan(30_000);
  }

  @Test
  void a_call_that_fails_ends_it_all() {
    assertThatThrownBy(
            () ->
                new Crew(
                        () -> {
                          throw new IllegalStateException("no codes");
                        },
                        1)
                    .call(1))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("no codes");
  }

  /** Spins: the thread's own time must pass, whatever the machine does meanwhile. */
  private static void stallOnce(CountDownLatch first, Duration stall) {
    long end = System.nanoTime() + stall.toNanos();
    while (first.getCount() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    first.countDown();
  }
}
