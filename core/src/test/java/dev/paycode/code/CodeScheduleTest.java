package dev.paycode.code;

import static dev.paycode.code.Schedules.NOON;
import static dev.paycode.code.Schedules.batch;
import static dev.paycode.code.Schedules.code;
import static dev.paycode.code.Schedules.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeScheduleTest {

  private static final Duration MARGIN = Duration.ofSeconds(5);

  @Test
  void ten_codes_cover_five_and_a_half_minutes_and_turn_over_every_thirty_seconds() {
    Presentation third = batch(10).presentableAt(NOON.plusSeconds(70), MARGIN).orElseThrow();

    assertThat(third.code()).isEqualTo(code(2));
    assertThat(third.until()).isEqualTo(NOON.plusSeconds(90));
    assertThat(third.expiry()).isEqualTo(NOON.plusSeconds(120));
    assertThat(third.coveredUntil()).isEqualTo(NOON.plusSeconds(330));
    assertThat(batch(10).coverageEnd()).hasValue(NOON.plusSeconds(330));
    assertThat(batch(10).gaps()).isEmpty();
  }

  @Test
  void the_last_code_is_shown_until_the_margin_before_its_end() {
    CodeSchedule one = batch(1);

    assertThat(one.presentableAt(NOON.plusSeconds(54), MARGIN).orElseThrow().until())
        .isEqualTo(NOON.plusSeconds(55));
    assertThat(one.presentableAt(NOON.plusSeconds(55), MARGIN)).isEmpty();
    assertThat(one.nextChangeAfter(NOON.plusSeconds(55), MARGIN)).isEmpty();
  }

  @Test
  void a_code_that_the_next_one_relieves_in_time_is_shown_within_its_margin() {
    CodeSchedule nearlyApart = Schedules.of(issued(1, 0, 60), issued(2, 58, 60));

    Presentation bridge = nearlyApart.presentableAt(NOON.plusSeconds(57), MARGIN).orElseThrow();

    assertThat(bridge.code()).isEqualTo(code(1));
    assertThat(bridge.until()).isEqualTo(NOON.plusSeconds(58));
  }

  @Test
  void before_a_gap_the_margin_holds_and_in_it_nothing_is_shown() {
    CodeSchedule apart = Schedules.of(issued(1, 0, 60), issued(2, 61, 60));

    assertThat(apart.presentableAt(NOON.plusSeconds(57), MARGIN)).isEmpty();
    assertThat(apart.nextChangeAfter(NOON.plusSeconds(57), MARGIN)).hasValue(NOON.plusSeconds(61));
    assertThat(apart.gaps())
        .containsExactly(ValidityWindow.between(NOON.plusSeconds(60), NOON.plusSeconds(61)));
  }

  @Test
  void a_long_window_is_found_again_behind_short_ones_that_are_over() {
    CodeSchedule nested =
        Schedules.of(issued(1, 0, 90), issued(2, 10, 5), issued(3, 20, 5), issued(4, 30, 5));

    assertThat(nested.presentableAt(NOON.plusSeconds(40), MARGIN).orElseThrow().code())
        .isEqualTo(code(1));
  }

  @Test
  void an_empty_schedule_answers_everything_with_nothing() {
    CodeSchedule empty = CodeSchedule.of(List.of());

    assertThat(empty).isEqualTo(CodeSchedule.empty());
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.presentableAt(NOON, MARGIN)).isEmpty();
    assertThat(empty.nextChangeAfter(NOON, MARGIN)).isEmpty();
    assertThat(empty.coverageEnd()).isEmpty();
    assertThat(empty.gaps()).isEmpty();
  }

  @Test
  void of_a_code_given_twice_the_last_window_counts() {
    CodeSchedule twice = Schedules.of(issued(1, 0, 60), issued(1, 30, 60));

    assertThat(twice.codes()).containsExactly(issued(1, 30, 60));
  }

  @Test
  void a_negative_margin_or_fence_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batch(1).presentableAt(NOON, Duration.ofSeconds(-1)))
        .withMessage("A margin is 0 or more, not PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeSchedule.restore(List.of(), List.of(), -1))
        .withMessage("A fencing token is 0 or more, not -1");
  }

  @Test
  void schedules_differ_by_codes_retired_codes_and_fence() {
    CodeSchedule held = CodeSchedule.restore(batch(2).codes(), List.of(issued(7, 0, 60)), 3);

    assertThat(held)
        .isNotEqualTo(CodeSchedule.restore(batch(1).codes(), List.of(issued(7, 0, 60)), 3))
        .isNotEqualTo(CodeSchedule.restore(batch(2).codes(), List.of(), 3))
        .isNotEqualTo(CodeSchedule.restore(batch(2).codes(), List.of(issued(7, 0, 60)), 4))
        .isNotEqualTo("a schedule");
  }
}
