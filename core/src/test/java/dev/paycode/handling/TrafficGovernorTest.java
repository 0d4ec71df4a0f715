package dev.paycode.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrafficGovernorTest {

  private static final Instant START = Instant.EPOCH;
  private static final Instant FAR = START.plusSeconds(1_000_000);

  private final TrafficGovernor governor = TrafficGovernor.unlimited();

  @Test
  void without_a_request_to_slow_down_every_call_goes_at_once() {
    assertThat(IntStream.range(0, 1000).mapToObj(call -> governor.admit(START, FAR)))
        .allMatch(slot -> slot.orElseThrow().equals(START));
    assertThat(governor.isLimitedAt(START)).isFalse();
  }

  @Test
  void a_request_to_slow_down_halves_the_pace_of_the_last_second() {
    admitPerSecond(40, at(0));

    governor.slowDown(at(999));

    assertThat(admittedWithin(at(999), at(1999))).isBetween(19L, 21L);
  }

  @Test
  void the_pace_rises_evenly_and_the_limit_is_gone_after_twenty_seconds() {
    admitPerSecond(40, at(0));
    governor.slowDown(at(999));

    long early = admittedWithin(at(1_999), at(2_999));
    long late = admittedWithin(at(15_000), at(16_000));

    assertThat(early).isBetween(19L, 23L);
    assertThat(late).isBetween(30L, 37L);
    assertThat(governor.isLimitedAt(at(20_998))).isTrue();
    assertThat(governor.isLimitedAt(at(20_999))).isFalse();
    assertThat(governor.admit(at(20_999), FAR)).hasValue(at(20_999));
  }

  @Test
  void requests_to_slow_down_about_the_same_burst_count_once() {
    admitPerSecond(40, at(0));
    governor.slowDown(at(500));
    governor.slowDown(at(501));
    governor.slowDown(at(1_499));
    long once = admittedWithin(at(1_500), at(2_500));

    governor.slowDown(at(2_500));
    long twice = admittedWithin(at(2_500), at(3_500));

    assertThat(once).isBetween(19L, 23L);
    assertThat(twice).isBetween(9L, 12L);
  }

  @Test
  void one_call_a_second_always_passes() {
    for (int second = 0; second < 100; second++) {
      governor.slowDown(at(1000L * second));
    }

    assertThat(admittedWithin(at(99_000), at(102_001))).isBetween(2L, 4L);
  }

  @Test
  void a_place_that_comes_too_late_is_not_taken() {
    governor.slowDown(START);

    assertThat(governor.admit(START, at(1000))).isEmpty();
    assertThat(governor.admit(START, at(1001))).hasValue(at(1000));
  }

  @Property
  void places_never_run_backwards_and_never_before_now(
      @ForAll @Size(max = 60) List<@IntRange(max = 2000) Integer> pauses) {
    TrafficGovernor paced = TrafficGovernor.unlimited();
    Instant now = START;
    Instant before = START;
    for (int pause : pauses) {
      now = now.plusMillis(pause);
      if (pause % 7 == 0) {
        paced.slowDown(now);
      }
      boolean limited = paced.isLimitedAt(now);
      Instant slot = paced.admit(now, FAR).orElseThrow();
      assertThat(slot).isAfterOrEqualTo(now);
      if (limited) {
        assertThat(slot).isAfterOrEqualTo(before);
        before = slot;
      } else {
        assertThat(slot).isEqualTo(now);
        before = now;
      }
    }
  }

  private void admitPerSecond(int calls, Instant from) {
    Duration pause = Duration.ofSeconds(1).dividedBy(calls);
    for (int call = 0; call < calls; call++) {
      governor.admit(from.plus(pause.multipliedBy(call)), FAR);
    }
  }

  /** How many calls pass in that time if there are always more waiting. */
  private long admittedWithin(Instant from, Instant to) {
    long admitted = 0;
    for (Instant now = from; now.isBefore(to); now = now.plusMillis(1)) {
      if (governor.admit(now, now.plusNanos(1)).isPresent()) {
        admitted++;
      }
    }
    return admitted;
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }
}
