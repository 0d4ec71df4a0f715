package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void a_thread_that_has_ended_takes_nothing_off_what_the_others_allocated() {
    Usage before = new Usage(1, 10, 0, Map.of(1L, 100L, 2L, 1_000_000L));
    Usage after = new Usage(2, 30, 5, Map.of(1L, 150L, 3L, 7L));

    assertThat(after.since(before).allocatedInAll()).isEqualTo(57);
    assertThat(after.since(before).processorMicros()).isEqualTo(20);
  }
}
