package dev.paycode.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {

  private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");

  @Test
  void a_stamp_that_the_cut_off_second_explains_proves_nothing() {
    assertThat(ClockOffset.between(at(5300), at(5500), at(5000))).isEqualTo(ClockOffset.NONE);
  }

  @Test
  void a_stamp_from_before_the_request_proves_the_server_behind() {
    assertThat(ClockOffset.between(at(9300), at(9500), at(5000)).ahead())
        .isEqualTo(Duration.ofMillis(-3300));
  }

  @Test
  void a_stamp_from_after_the_answer_proves_the_server_ahead() {
    assertThat(ClockOffset.between(at(1000), at(1200), at(5000)).ahead())
        .isEqualTo(Duration.ofMillis(3800));
  }

  @Property
  void the_offset_is_no_larger_than_the_true_one_and_less_than_a_second_and_the_trip_off(
      @ForAll @IntRange(min = -100_000, max = 100_000) int trueMillis,
      @ForAll @IntRange(max = 5_000) int thereMillis,
      @ForAll @IntRange(max = 5_000) int backMillis,
      @ForAll @IntRange(max = 999) int startMillis) {
    Instant sent = at(startMillis);
    Instant stampedLocally = sent.plusMillis(thereMillis);
    Instant received = stampedLocally.plusMillis(backMillis);
    Instant stamp = stampedLocally.plusMillis(trueMillis).truncatedTo(ChronoUnit.SECONDS);

    Duration ahead = ClockOffset.between(sent, received, stamp).ahead();

    assertThat(ahead.abs()).isLessThanOrEqualTo(Duration.ofMillis(Math.abs(trueMillis)));
    assertThat(Duration.ofMillis(trueMillis).minus(ahead).abs())
        .isLessThanOrEqualTo(Duration.ofMillis(1000L + thereMillis + backMillis));
  }

  @Property
  void local_and_server_time_are_translated_there_and_back(@ForAll @IntRange int millis) {
    ClockOffset offset = new ClockOffset(Duration.ofMillis(millis));

    assertThat(offset.serverTime(NOON)).isEqualTo(NOON.plusMillis(millis));
    assertThat(offset.localTime(offset.serverTime(NOON))).isEqualTo(NOON);
  }

  private static Instant at(long millis) {
    return NOON.plusMillis(millis);
  }
}
