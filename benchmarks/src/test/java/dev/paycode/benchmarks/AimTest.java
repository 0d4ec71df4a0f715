package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A table cannot claim what was not found. */
class AimTest {

  @Test
  void a_figure_that_misses_its_aim_is_marked() {
    assertThat(Aim.atLeast(2.5).judged("2.49", 2.49)).isEqualTo("2.49 **(missed)**");
    assertThat(Aim.atMost(1.6).judged("1.61", 1.61)).isEqualTo("1.61 **(missed)**");
    assertThat(Aim.below(1.5).judged("1.50", 1.5)).isEqualTo("1.50 **(missed)**");
  }

  @Test
  void a_figure_that_keeps_its_aim_is_shown_as_it_is() {
    assertThat(Aim.atLeast(2.5).judged("2.50", 2.5)).isEqualTo("2.50");
    assertThat(Aim.atMost(1.6).judged("1.60", 1.6)).isEqualTo("1.60");
    assertThat(Aim.below(1.5).judged("1.49", 1.49)).isEqualTo("1.49");
  }

  @Test
  void what_is_no_number_keeps_no_aim() {
    assertThat(Aim.atMost(1.6).judged("NaN", Double.NaN)).endsWith("(missed)**");
  }

  @Test
  void what_is_not_aimed_at_is_never_missed() {
    assertThat(Aim.NONE.judged("17", 17)).isEqualTo("17");
  }

  @Test
  void it_is_told_in_the_words_of_a_head() {
    assertThat(Aim.atLeast(1_000_000).words()).isEqualTo("aim ≥ 1,000,000");
    assertThat(Aim.atMost(1.6).words()).isEqualTo("aim ≤ 1.6");
    assertThat(Aim.below(10).words()).isEqualTo("aim < 10");
  }
}
