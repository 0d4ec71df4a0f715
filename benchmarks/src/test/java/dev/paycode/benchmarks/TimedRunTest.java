package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimedRunTest {

  @Test
  void the_processors_time_is_that_of_the_program_and_not_of_the_shell_that_started_it() {
    assertThat(TimedRun.processorMillis("0m7.00s 0m8.00s\n1m2.25s 0m0.50s\n")).isEqualTo(62_750);
  }
}
