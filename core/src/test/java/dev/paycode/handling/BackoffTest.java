package dev.paycode.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

  private static final RetryPolicy POLICY = RetryPolicy.ofDefaults();

  @ParameterizedTest
  @CsvSource({
    "1, 0.00,    0", "1, 0.25,   25", "1, 0.50,   50", "1, 0.75,   75",
    "2, 0.50,  100", "3, 0.50,  200", "4, 0.50,  400", "5, 0.50,  800",
    "6, 0.50, 1000", "7, 0.50, 1000", "2147483647, 0.50, 1000"
  })
  void the_wait_is_the_random_part_of_a_bound_that_doubles_up_to_the_cap(
      int retry, double random, long millis) {
    assertThat(POLICY.transientWait(retry, random)).isEqualTo(Duration.ofMillis(millis));
  }

  @Property
  void every_wait_lies_between_nothing_and_its_bound(
      @ForAll @IntRange(min = 1) int retry,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
    Duration bound = Duration.ofMillis((long) Math.min(2000, 100 * Math.pow(2, retry - 1.0)));

    assertThat(POLICY.transientWait(retry, random))
        .isGreaterThanOrEqualTo(Duration.ZERO)
        .isLessThanOrEqualTo(bound);
  }

  @Property
  void a_hint_lengthens_a_throttled_wait_by_at_most_five_seconds(
      @ForAll @IntRange(min = 1, max = 10) int retry,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random,
      @ForAll @IntRange(min = 0, max = 1_000_000) int hintMillis) {
    Duration computed = POLICY.throttledBackoff().before(retry, random);

    Duration wait = POLICY.throttledWait(retry, random, Duration.ofMillis(hintMillis));

    assertThat(wait).isGreaterThanOrEqualTo(computed).isLessThanOrEqualTo(computed.plusSeconds(5));
    if (hintMillis >= computed.toMillis() + 1 && hintMillis <= computed.toMillis() + 5000) {
      assertThat(wait).isEqualTo(Duration.ofMillis(hintMillis));
    }
  }

  @Test
  void the_defaults_are_those_that_are_documented() {
    assertThat(POLICY.maxAttempts()).isEqualTo(3);
    assertThat(POLICY.attemptTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(POLICY.deadline()).isEqualTo(Duration.ofSeconds(8));
    assertThat(POLICY.throttledWait(1, 0.5, Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
    assertThat(POLICY.throttledWait(2, 0.5, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void a_random_number_outside_its_range_is_refused(double random) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POLICY.transientWait(1, random))
        .withMessage("The random number must be in [0, 1), not " + random);
  }

  @Test
  void retries_count_from_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POLICY.transientWait(0, 0.5))
        .withMessage("Retries count from 1, not 0");
  }

  @Test
  void contradictory_settings_are_refused_where_they_are_made() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ofSeconds(3), Duration.ofSeconds(2)))
        .withMessage("A backoff needs 0 < base <= cap, not base PT3S and cap PT2S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POLICY.withMaxAttempts(0))
        .withMessage("maxAttempts is 1 to 10, not 0");
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withMaxAttempts(11));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POLICY.withAttemptTimeout(Duration.ZERO))
        .withMessage("attemptTimeout must be positive, not PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POLICY.withDeadline(Duration.ofSeconds(-1)))
        .withMessage("deadline must be positive, not PT-1S");
  }

  @Test
  void a_changed_policy_keeps_the_rest() {
    RetryPolicy changed =
        POLICY
            .withMaxAttempts(2)
            .withAttemptTimeout(Duration.ofSeconds(1))
            .withDeadline(Duration.ofSeconds(3));

    assertThat(changed)
        .isEqualTo(
            new RetryPolicy(
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                POLICY.transientBackoff(),
                POLICY.throttledBackoff(),
                POLICY.longestExtension()));
  }
}
