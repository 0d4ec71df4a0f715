package dev.paycode.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ValidityWindowTest {

  private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");
  private static final ValidityWindow MINUTE = ValidityWindow.between(NOON, NOON.plusSeconds(60));

  @Test
  void a_window_contains_its_start_but_not_its_end() {
    assertThat(MINUTE.contains(NOON)).isTrue();
    assertThat(MINUTE.contains(NOON.plusSeconds(60).minusNanos(1))).isTrue();
    assertThat(MINUTE.contains(NOON.minusNanos(1))).isFalse();
    assertThat(MINUTE.contains(NOON.plusSeconds(60))).isFalse();
  }

  @Test
  void a_window_is_never_empty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValidityWindow.between(NOON, NOON))
        .withMessage(
            "A validity window must expire after its start, but starts 2024-06-01T12:00:00Z and"
                + " expires 2024-06-01T12:00:00Z");
  }

  @Property
  void windows_overlap_when_an_instant_is_in_both(
      @ForAll @IntRange(max = 20) int start,
      @ForAll @IntRange(max = 20) int otherStart,
      @ForAll @IntRange(min = 1, max = 20) int length,
      @ForAll @IntRange(min = 1, max = 20) int otherLength) {
    ValidityWindow window = window(start, length);
    ValidityWindow other = window(otherStart, otherLength);
    boolean shared = false;
    for (int second = 0; second < 40; second++) {
      Instant instant = NOON.plusSeconds(second);
      shared |= window.contains(instant) && other.contains(instant);
    }

    assertThat(window.overlaps(other)).isEqualTo(shared);
    assertThat(other.overlaps(window)).isEqualTo(shared);
  }

  @Property
  void what_remains_is_the_time_to_the_expiry_and_never_negative(
      @ForAll @IntRange(min = -100, max = 200) int second) {
    Duration remaining = MINUTE.remainingAt(NOON.plusSeconds(second));

    assertThat(remaining).isEqualTo(Duration.ofSeconds(Math.max(0, 60 - second)));
  }

  @Test
  void a_window_of_hours_is_cut_and_a_short_one_left_as_it_is() {
    ValidityWindow hours = window(0, 7200);

    assertThat(hours.limitedTo(Duration.ofMinutes(5))).isEqualTo(window(0, 300));
    assertThat(MINUTE.limitedTo(Duration.ofMinutes(1))).isSameAs(MINUTE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MINUTE.limitedTo(Duration.ZERO))
        .withMessage("A window's longest duration must be positive, not PT0S");
  }

  @Test
  void a_limited_code_keeps_its_digits_and_an_unlimited_one_itself() {
    PaymentCode code = PaymentCode.parse("281006020000000000125733");
    IssuedCode issued = IssuedCode.of(code, window(0, 7200));

    assertThat(issued.limitedTo(Duration.ofMinutes(1))).isEqualTo(IssuedCode.of(code, MINUTE));
    assertThat(issued.limitedTo(Duration.ofHours(2))).isSameAs(issued);
  }

  private static ValidityWindow window(int start, int seconds) {
    return ValidityWindow.between(NOON.plusSeconds(start), NOON.plusSeconds(start + seconds));
  }
}
