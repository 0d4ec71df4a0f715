package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {

  private final Samples samples = new Samples();

  @Test
  void a_spread_is_the_median_between_the_least_and_the_most() {
    samples.add("rate", 3000);
    samples.add("rate", 1000.4);
    samples.add("rate", 2000);

    assertThat(samples.of("rate").map(Spread::whole)).hasValue("2,000 (1,000–3,000)");
  }

  @Test
  void a_ratio_is_formed_within_each_round() {
    samples.add("fast", 90);
    samples.add("slow", 45);
    samples.add("fast", 10);
    samples.add("slow", 4);

    assertThat(samples.ratio("fast", "slow").map(Spread::hundredths)).hasValue("2.00 (2.00–2.50)");
  }

  @Test
  void the_median_decides_whether_an_aim_is_missed() {
    samples.add("rate", 8);
    samples.add("rate", 20);
    samples.add("rate", 9);

    assertThat(samples.rate("rate", Aim.atLeast(9))).isEqualTo("9 (8–20)");
    assertThat(samples.rate("rate", Aim.atLeast(10))).isEqualTo("9 (8–20) **(missed)**");
  }

  @Test
  void a_ratio_that_misses_its_aim_is_marked() {
    samples.add("ours", 32);
    samples.add("limit", 16);

    assertThat(samples.quotient("ours", "limit", Aim.atMost(1.6)))
        .isEqualTo("2.00 (2.00–2.00) **(missed)**");
  }

  @Test
  void a_time_has_three_digits_however_long_it_is() {
    samples.add("short", 0.4512);
    samples.add("middling", 45.12);
    samples.add("long", 4512.3);

    assertThat(samples.time("short")).isEqualTo("0.45 (0.45–0.45)");
    assertThat(samples.time("middling")).isEqualTo("45.1 (45.1–45.1)");
    assertThat(samples.time("long", Aim.below(4_000)))
        .isEqualTo("4,512 (4,512–4,512) **(missed)**");
  }

  @Test
  void what_was_not_measured_has_neither_spread_nor_ratio() {
    samples.add("rate", 1);

    assertThat(samples.of("openssl")).isEmpty();
    assertThat(samples.ratio("rate", "openssl")).isEmpty();
  }
}
