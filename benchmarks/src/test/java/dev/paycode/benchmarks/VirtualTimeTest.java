package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

  private static final Instant START = Instant.parse("2024-06-01T12:00:00Z");

  private final VirtualTime time = new VirtualTime(START);
  private final List<String> told = new ArrayList<>();

  @Test
  void tasks_take_turns_in_the_order_in_which_they_are_due() throws InterruptedException {
    time.begin(() -> tellAfter("late", Duration.ofHours(2)));
    time.begin(() -> tellAfter("early", Duration.ofHours(1)));
    time.begin(() -> tellAfter("at once", Duration.ZERO));

    time.run();

    assertThat(told)
        .containsExactly(
            "at once at 2024-06-01T12:00:00Z",
            "early at 2024-06-01T13:00:00Z",
            "late at 2024-06-01T14:00:00Z");
  }

  @Test
  void a_task_may_begin_others() throws InterruptedException {
    time.begin(
        () -> {
          time.sleep(Duration.ofMinutes(1));
          time.begin(() -> tellAfter("second", Duration.ofMinutes(1)));
          tellAfter("first", Duration.ZERO);
        });

    time.run();

    assertThat(told)
        .containsExactly("first at 2024-06-01T12:01:00Z", "second at 2024-06-01T12:02:00Z");
  }

  private void tellAfter(String name, Duration wait) {
    time.sleep(wait);
    told.add(name + " at " + time.now());
  }
}
