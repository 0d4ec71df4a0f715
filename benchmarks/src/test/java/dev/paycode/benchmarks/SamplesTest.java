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
  void what_was_not_measured_has_neither_spread_nor_ratio() {
    samples.add("rate", 1);

    assertThat(samples.of("openssl")).isEmpty();
    assertThat(samples.ratio("rate", "openssl")).isEmpty();
  }
}
