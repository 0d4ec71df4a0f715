package dev.paycode.usecase;

import static dev.paycode.contract.Fixtures.anyRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.handling.RetryBudget;
import dev.paycode.handling.TrafficGovernor;
import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import dev.paycode.result.ResultStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObtainTest {

  private final VirtualTime time = new VirtualTime();
  private final ScriptedGateway gateway = new ScriptedGateway(time);
  private final PlainStore store = new PlainStore(time);
  private final RetryBudget budget = RetryBudget.ofDefaults();
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final List<Integer> begun = new ArrayList<>();

  @Test
  void codes_are_obtained_at_the_first_attempt_where_nothing_goes_wrong() {
    Outcome outcome = obtain();

    assertThat(((Outcome.Obtained) outcome).codes()).isEqualTo(gateway.issued()).hasSize(10);
    assertThat(outcome.attempts()).isEqualTo(1);
    assertThat(time.now()).isEqualTo(VirtualTime.NOON);
  }

  @Test
  void the_same_request_is_sent_again_after_an_unknown_result_and_after_none() {
    gateway.thenReply(gateway.answer(ResultStatus.U, "UNKNOWN_EXCEPTION")).thenTakeTooLong();

    Outcome outcome = obtain();

    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OBTAINED);
    assertThat(gateway.sent()).hasSize(3).containsOnly(request());
    assertThat(gateway.timeouts())
        .containsExactly(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(8000 - 5150));
  }

  @Test
  void a_refusal_is_sent_once() {
    gateway.thenReply(gateway.answer(ResultStatus.F, "PROCESS_FAIL"));

    Outcome outcome = obtain();

    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REFUSED);
    assertThat(outcome.lastResult().map(Result::code)).hasToString("Optional[PROCESS_FAIL]");
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void only_the_newest_answer_counts() {
    gateway.then(
        (request, timeout) -> {
          gateway.issue(request);
          time.pass(timeout);
          return new Reply.NoResult(Cause.TIMED_OUT);
        });

    Outcome.Obtained outcome = (Outcome.Obtained) obtain();

    assertThat(gateway.issued()).hasSize(20);
    assertThat(outcome.codes()).isEqualTo(gateway.issued().subList(10, 20));
  }

  @Test
  void a_call_ends_by_its_deadline_even_if_every_attempt_takes_too_long() {
    gateway.thenTakeTooLong().thenTakeTooLong().thenTakeTooLong();

    assertThat(obtain().kind()).isEqualTo(Outcome.Kind.GAVE_UP);
    assertThat(Duration.between(VirtualTime.NOON, time.now())).isEqualTo(Duration.ofSeconds(8));
    assertThat(gateway.sent()).hasSize(2);
  }

  @Test
  void with_an_empty_budget_the_first_attempt_is_the_last() {
    RetryBudget empty = RetryBudget.of(0, 14);
    gateway.thenTakeTooLong();

    Outcome outcome = useCases().spending(empty).build().obtain().obtain(request());

    assertThat(((Outcome.GaveUp) outcome).limit()).isEqualTo(Outcome.Limit.BUDGET);
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void a_retry_costs_tokens_and_its_success_gives_them_back() {
    gateway.thenReply(new Reply.NoResult(Cause.CONNECTION_LOST));

    useCases().build().obtain().obtain(request());
    assertThat(budget.tokens()).isEqualTo(500);

    gateway.thenReply(new Reply.NoResult(Cause.CONNECTION_LOST));
    gateway.thenReply(gateway.answer(ResultStatus.F, "PROCESS_FAIL"));
    useCases().build().obtain().obtain(request());
    assertThat(budget.tokens()).isEqualTo(486);
  }

  @Test
  void after_a_request_to_slow_down_all_calls_keep_apart() {
    TrafficGovernor governor = TrafficGovernor.unlimited();
    UseCases one = useCases().pacedBy(governor).build();
    UseCases other = useCases().pacedBy(governor).build();
    gateway.thenReply(gateway.answer(ResultStatus.U, "REQUEST_TRAFFIC_EXCEED_LIMIT"));
    one.obtain().obtain(request());
    Instant after = time.now();

    other.obtain().obtain(request());
    one.obtain().obtain(request());

    assertThat(Duration.between(after, time.now())).isGreaterThan(Duration.ofMillis(1500));
    assertThat(gateway.sent()).hasSize(4);
  }

  @Test
  void a_call_whose_turn_would_come_after_its_deadline_is_not_sent() {
    TrafficGovernor governor = TrafficGovernor.unlimited();
    Instant now = time.timeAndChance().tick();
    governor.slowDown(now);
    for (int call = 0; call < 20; call++) {
      governor.admit(now, now.plusSeconds(60));
    }

    Outcome outcome = useCases().pacedBy(governor).build().obtain().obtain(request());

    assertThat(outcome)
        .isEqualTo(
            new Outcome.GaveUp(
                Outcome.Limit.DEADLINE, new Reply.NoResult(Cause.NEVER_STARTED), false, 0));
    assertThat(time.now()).isEqualTo(VirtualTime.NOON);
    assertThat(gateway.sent()).isEmpty();
  }

  @Test
  void interruption_while_sending_ends_in_cancelled_with_the_flag_kept_and_no_further_attempt() {
    gateway.then(
        (request, timeout) -> {
          throw new InterruptedException();
        });

    Outcome outcome = obtain();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isEqualTo(new Outcome.Cancelled(true, 1));
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void interruption_while_waiting_ends_in_cancelled_with_the_flag_kept_and_no_further_attempt() {
    gateway.then(
        (request, timeout) -> {
          Thread.currentThread().interrupt();
          return new Reply.NoResult(Cause.CONNECTION_LOST);
        });

    Outcome outcome = obtain();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isEqualTo(new Outcome.Cancelled(true, 1));
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void a_listener_is_told_the_facts_of_each_attempt_and_no_code() {
    gateway.thenTakeTooLong();

    obtain();

    assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2);
    assertThat(attempts)
        .extracting(Attempt::took)
        .containsExactly(Duration.ofSeconds(5), Duration.ZERO);
    assertThat(attempts).extracting(Attempt::bodyDigest).containsOnly("digest of 10");
    assertThat(attempts).extracting(Attempt::codesReceived).containsExactly(0, 10);
    assertThat(attempts.get(1).reply()).isInstanceOf(Reply.Answer.class);
    assertThat(((Reply.Answer) attempts.get(1).reply()).codes()).isEmpty();
    assertThat(endings)
        .containsExactly(new Ending(Outcome.Kind.OBTAINED, 2, Duration.ofMillis(5050)));
  }

  @Test
  void a_listener_hears_of_each_attempt_when_it_begins() {
    gateway.then(
        (request, timeout) -> {
          assertThat(begun).containsExactly(1);
          assertThat(attempts).isEmpty();
          return gateway.answer(ResultStatus.U, "UNKNOWN_EXCEPTION");
        });

    obtain();

    assertThat(begun).containsExactly(1, 2);
  }

  @Test
  void a_listener_hears_of_the_wait_before_another_attempt_and_of_no_wait_before_the_first() {
    gateway.thenReply(gateway.answer(ResultStatus.U, "UNKNOWN_EXCEPTION"));

    obtain();

    assertThat(pauses)
        .containsExactly(
            new Pause(Duration.between(VirtualTime.NOON, time.now()), Pause.Reason.RETRY));
  }

  @Test
  void a_listener_hears_of_the_wait_for_a_turn_where_alipay_plus_asked_for_fewer_calls() {
    TrafficGovernor governor = TrafficGovernor.unlimited();
    governor.slowDown(time.timeAndChance().tick());

    useCases().pacedBy(governor).build().obtain().obtain(request());

    assertThat(pauses)
        .containsExactly(
            new Pause(Duration.between(VirtualTime.NOON, time.now()), Pause.Reason.TURN));
    assertThat(pauses.get(0).length()).isPositive();
  }

  @Test
  void a_listener_that_throws_changes_nothing() {
    HandlingListener faulty =
        new HandlingListener() {
          @Override
          public void attempting(int number) {
            throw new IllegalStateException("metrics do not begin");
          }

          @Override
          public void attempted(Attempt attempt) {
            throw new IllegalStateException("metrics are down");
          }

          @Override
          public void waiting(Pause pause) {
            throw new IllegalStateException("metrics wait");
          }

          @Override
          public void finished(Ending ending) {
            throw new OutOfMemoryError("metrics are large");
          }
        };
    gateway.thenTakeTooLong();

    Outcome outcome = useCases().telling(faulty).build().obtain().obtain(request());

    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OBTAINED);
  }

  private Outcome obtain() {
    return useCases().build().obtain().obtain(request());
  }

  private UseCases.Builder useCases() {
    return UseCases.over(gateway, store, store, time.timeAndChance())
        .spending(budget)
        .telling(
            new HandlingListener() {
              @Override
              public void attempting(int number) {
                begun.add(number);
              }

              @Override
              public void attempted(Attempt attempt) {
                attempts.add(attempt);
              }

              @Override
              public void waiting(Pause pause) {
                pauses.add(pause);
              }

              @Override
              public void finished(Ending ending) {
                endings.add(ending);
              }
            });
  }

  private static CodeRequest request() {
    return anyRequest().asking(CodeQuantity.MOST);
  }
}
