package dev.paycode.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  @Property
  void the_budget_is_never_negative_and_never_above_its_capacity(
      @ForAll List<@IntRange(max = 3) Integer> events, @ForAll @IntRange(max = 100) int capacity) {
    RetryBudget budget = RetryBudget.of(capacity, 14);

    for (int event : events) {
      int before = budget.tokens();
      if (event == 0) {
        assertThat(budget.withdraw()).isEqualTo(before >= 14);
        assertThat(budget.tokens()).isEqualTo(before >= 14 ? before - 14 : before);
      } else {
        budget.refund(event);
        assertThat(budget.tokens()).isEqualTo(Math.min(capacity, before + (event == 1 ? 1 : 14)));
      }
      assertThat(budget.tokens()).isBetween(0, capacity);
    }
  }

  @Test
  void the_largest_bucket_does_not_run_over() {
    RetryBudget budget = RetryBudget.of(Integer.MAX_VALUE, 14);

    budget.refund(1);

    assertThat(budget.tokens()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void a_full_bucket_pays_for_35_retries() {
    RetryBudget budget = RetryBudget.ofDefaults();

    assertThat(IntStream.range(0, 100).filter(retry -> budget.withdraw()).count()).isEqualTo(35);
    assertThat(budget.tokens()).isEqualTo(10);
  }

  @Test
  void an_outage_of_400_calls_sees_at_most_a_tenth_more_attempts() {
    RetryBudget budget = RetryBudget.ofDefaults();
    int calls = 400;
    int attempts = 0;
    for (int call = 0; call < calls; call++) {
      attempts++;
      for (int retry = 0; retry < 2 && budget.withdraw(); retry++) {
        attempts++;
      }
    }

    assertThat((double) attempts / calls).isLessThanOrEqualTo(1.1);
  }

  @Test
  void numbers_that_make_no_budget_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryBudget.of(-1, 1))
        .withMessage("A retry budget needs capacity >= 0 and cost >= 1, not -1 and 1");
    assertThatIllegalArgumentException().isThrownBy(() -> RetryBudget.of(1, 0));
    assertThat(RetryBudget.of(0, 1).withdraw()).isFalse();
  }
}
