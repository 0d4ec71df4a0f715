package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.benchmarks.SimulatedGateway.Failing;
import dev.paycode.handling.RetryBudget;
import dev.paycode.request.CodeQuantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In virtual time figures are the same everywhere, so that their aims can be held here. */
class SimulationTest {

  @Test
  void an_hour_of_display_takes_at_most_twelve_calls_and_no_fewer_than_can_be()
      throws InterruptedException {
    assertThat(UpstreamMeasurement.callsPerHour(CodeQuantity.MOST)).isBetween(10.9, 12.0);
  }

  @ParameterizedTest
  @EnumSource
  void a_gateway_that_is_down_sees_hardly_more_attempts_than_calls(Failing failing)
      throws InterruptedException {
    assertThat(OutageMeasurement.attemptsPerCall(failing, RetryBudget.ofDefaults()))
        .isBetween(1.0, 1.1);
  }

  @ParameterizedTest
  @EnumSource
  void without_its_budget_it_would_see_many_more(Failing failing) throws InterruptedException {
    assertThat(OutageMeasurement.attemptsPerCall(failing, OutageMeasurement.unlimited()))
        .isGreaterThan(1.5);
  }
}
