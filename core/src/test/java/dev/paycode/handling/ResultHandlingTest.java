package dev.paycode.handling;

import static dev.paycode.handling.Replies.ANSWERED;
import static dev.paycode.handling.Replies.answer;
import static dev.paycode.handling.Replies.anyCode;
import static dev.paycode.handling.Replies.codeExpiring;
import static dev.paycode.handling.Replies.misconfigured;
import static dev.paycode.handling.Replies.none;
import static dev.paycode.handling.Replies.refused;
import static dev.paycode.handling.Replies.success;
import static dev.paycode.handling.Replies.throttled;
import static dev.paycode.handling.Replies.unknown;
import static dev.paycode.handling.Replies.unsignedRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultHandlingTest {

  private static final Instant START = Instant.EPOCH;
  private static final RetryPolicy POLICY = RetryPolicy.ofDefaults();
  private static final double HALF = 0.5;

  @Test
  void a_ready_handling_waits_to_be_started() {
    assertThat(ready().instruction()).isEqualTo(new Instruction.Start());
    assertThat(ready().outcome()).isEmpty();
  }

  @Test
  void started_it_sends_the_first_attempt_with_five_seconds_to_go() {
    assertThat(sending().instruction()).isEqualTo(send(1, 5_000));
  }

  @Test
  void s_and_success_with_a_valid_code_is_obtained() {
    assertThat(ended(sending().received(success(anyCode()), at(200), HALF)))
        .isEqualTo(
            new Outcome.Obtained(
                List.of(anyCode()),
                Result.of(ResultStatus.S, ResultCode.parse("SUCCESS"), ""),
                ANSWERED,
                1));
  }

  @Test
  void codes_expired_on_arrival_are_left_out() {
    Reply mixed = success(codeExpiring(ANSWERED), codeExpiring(ANSWERED.plusNanos(1)));

    assertThat(((Outcome.Obtained) ended(sending().received(mixed, at(200), HALF))).codes())
        .containsExactly(codeExpiring(ANSWERED.plusNanos(1)));
  }

  @Test
  void a_success_that_comes_after_the_deadline_is_still_a_success() {
    assertThat(ended(sending().received(success(anyCode()), at(60_000), HALF)).kind())
        .isEqualTo(Outcome.Kind.OBTAINED);
  }

  @ParameterizedTest
  @MethodSource
  void a_success_with_nothing_to_show_is_retried_once(Reply empty) {
    ResultHandling waiting = sending().received(empty, at(0), HALF);
    assertThat(waiting.instruction()).isEqualTo(waitUntil(50));

    ResultHandling again = waiting.timeReached(at(50), HALF);
    assertThat(ended(again.received(empty, at(60), HALF)))
        .isEqualTo(
            new Outcome.GaveUp(Outcome.Limit.FUTILITY, none(Cause.NO_USABLE_CODES), true, 2));
  }

  static Stream<Reply> a_success_with_nothing_to_show_is_retried_once() {
    return Stream.of(success(), success(codeExpiring(ANSWERED)));
  }

  @Test
  void an_f_is_refused_whatever_its_code() {
    for (String code : List.of("PROCESS_FAIL", "SUCCESS", "REQUEST_TRAFFIC_EXCEED_LIMIT", "NEW")) {
      assertThat(ended(sending().received(refused(code), at(0), HALF)))
          .isEqualTo(
              new Outcome.Refused(Result.of(ResultStatus.F, ResultCode.parse(code), ""), true, 1));
    }
  }

  @Test
  void an_unsigned_f_is_refused_and_labelled() {
    Outcome outcome = ended(sending().received(unsignedRefusal(), at(0), HALF));

    assertThat(((Outcome.Refused) outcome).authenticated()).isFalse();
    assertThat(outcome.lastResult().map(Result::status)).hasValue(ResultStatus.F);
  }

  @Test
  void nothing_but_an_f_is_believed_unsigned() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Reply.Unauthenticated(
                    Result.of(ResultStatus.S, ResultCode.parse("SUCCESS"), "")))
        .withMessage("Only an F may be reported unsigned, not S");
  }

  @Test
  void what_cannot_work_is_misconfigured_at_once() {
    assertThat(ended(sending().received(misconfigured(), at(0), HALF)))
        .isEqualTo(new Outcome.Misconfigured("The certificate has expired.", "Renew it.", 1));
  }

  @ParameterizedTest
  @MethodSource
  void an_unknown_result_is_retried_to_the_last_attempt(Reply reply) {
    ResultHandling handling = sending();
    handling = handling.received(reply, at(100), HALF);
    assertThat(handling.instruction()).isEqualTo(waitUntil(150));
    handling = handling.timeReached(at(150), HALF);
    assertThat(handling.instruction()).isEqualTo(send(2, 5_150));
    handling = handling.received(reply, at(200), HALF);
    assertThat(handling.instruction()).isEqualTo(waitUntil(300));
    handling = handling.timeReached(at(300), HALF);
    assertThat(handling.instruction()).isEqualTo(send(3, 5_300));

    assertThat(ended(handling.received(reply, at(400), HALF)))
        .isEqualTo(new Outcome.GaveUp(Outcome.Limit.ATTEMPTS, reply, true, 3));
  }

  static Stream<Reply> an_unknown_result_is_retried_to_the_last_attempt() {
    return Stream.of(
        unknown(),
        answer(ResultStatus.S, "UNKNOWN_EXCEPTION", anyCode()),
        answer(ResultStatus.U, "SUCCESS", anyCode()),
        answer(ResultStatus.U, "NEVER_HEARD_OF"),
        none(Cause.TIMED_OUT),
        none(Cause.CONNECTION_LOST),
        none(Cause.SERVER_ERROR));
  }

  @Test
  void a_throttled_call_waits_on_the_slower_curve() {
    assertThat(sending().received(throttled(), at(0), HALF).instruction())
        .isEqualTo(waitUntil(500));
    assertThat(
            sending()
                .received(new Reply.Throttled(Duration.ofSeconds(2)), at(0), HALF)
                .instruction())
        .isEqualTo(waitUntil(2_000));
    assertThat(
            sending().received(new Reply.Throttled(Duration.ofDays(1)), at(0), HALF).instruction())
        .isEqualTo(waitUntil(5_500));
    assertThat(
            sending()
                .received(new Reply.Throttled(Duration.ofSeconds(-9)), at(0), HALF)
                .instruction())
        .isEqualTo(waitUntil(500));
  }

  @ParameterizedTest
  @EnumSource
  void each_cause_is_retried_as_often_as_its_table_says(Cause cause) {
    ResultHandling handling = sending().received(none(cause), at(0), 0);
    int sent = 1;
    while (handling.outcome().isEmpty()) {
      handling = handling.timeReached(at(0), 0);
      handling = handling.received(none(cause), at(0), 0);
      sent++;
    }

    Outcome.GaveUp outcome = (Outcome.GaveUp) ended(handling);
    assertThat(outcome.attempts()).isEqualTo(sent);
    assertThat(sent)
        .isEqualTo(
            switch (cause.retry()) {
              case AGAIN -> 3;
              case ONCE -> 2;
              case NEVER -> 1;
            });
    assertThat(outcome.limit())
        .isEqualTo(
            cause.retry() == Cause.Retry.AGAIN ? Outcome.Limit.ATTEMPTS : Outcome.Limit.FUTILITY);
    assertThat(outcome.mayHaveReachedAlipayPlus()).isEqualTo(cause.kind() != Cause.Kind.NOT_SENT);
    assertThat(cause.explanation()).endsWith(".");
  }

  @Test
  void two_different_causes_share_the_one_retry() {
    ResultHandling handling =
        sending().received(none(Cause.SIGNATURE_MISSING), at(0), 0).timeReached(at(0), 0);

    assertThat(ended(handling.received(none(Cause.NOT_HTTP), at(0), 0)).kind())
        .isEqualTo(Outcome.Kind.GAVE_UP);
  }

  @Test
  void once_lost_a_request_may_have_reached_alipay_plus_whatever_comes_later() {
    ResultHandling handling =
        sending()
            .received(none(Cause.TIMED_OUT), at(0), 0)
            .timeReached(at(0), 0)
            .received(none(Cause.CONNECTION_REFUSED), at(0), 0)
            .timeReached(at(0), 0)
            .received(none(Cause.CONNECTION_REFUSED), at(0), 0);

    assertThat(((Outcome.GaveUp) ended(handling)).mayHaveReachedAlipayPlus()).isTrue();
  }

  @Test
  void the_end_of_an_attempt_counts_as_no_result() {
    assertThat(sending().timeReached(at(4_999), HALF).instruction()).isEqualTo(send(1, 5_000));
    assertThat(sending().timeReached(at(5_000), HALF).instruction()).isEqualTo(waitUntil(5_050));
  }

  @Test
  void an_attempt_ends_with_the_deadline_at_the_latest() {
    ResultHandling handling =
        sending().received(unknown(), at(4_000), HALF).timeReached(at(4_050), HALF);

    assertThat(handling.instruction()).isEqualTo(send(2, 8_000));
  }

  @Test
  void no_attempt_starts_at_the_deadline_or_later() {
    assertThat(ended(ready().start(at(8_000))))
        .isEqualTo(new Outcome.GaveUp(Outcome.Limit.DEADLINE, none(Cause.NEVER_STARTED), false, 0));
    assertThat(sending().received(unknown(), at(7_949), HALF).instruction())
        .isEqualTo(waitUntil(7_999));
    assertThat(ended(sending().received(unknown(), at(7_950), HALF)))
        .isEqualTo(new Outcome.GaveUp(Outcome.Limit.DEADLINE, unknown(), true, 1));
    assertThat(ended(sending().received(unknown(), at(0), HALF).timeReached(at(8_000), HALF)))
        .isEqualTo(new Outcome.GaveUp(Outcome.Limit.DEADLINE, unknown(), true, 1));
  }

  @Test
  void waiting_goes_on_until_the_due_time() {
    assertThat(sending().received(unknown(), at(0), HALF).timeReached(at(49), HALF).instruction())
        .isEqualTo(waitUntil(50));
  }

  @Test
  void a_denied_retry_gives_up() {
    assertThat(ended(sending().received(unknown(), at(0), HALF).retryDenied()))
        .isEqualTo(new Outcome.GaveUp(Outcome.Limit.BUDGET, unknown(), true, 1));
  }

  @Test
  void a_cancelled_handling_says_whether_the_request_may_be_out() {
    assertThat(ended(ready().cancelled())).isEqualTo(new Outcome.Cancelled(false, 0));
    assertThat(ended(sending().cancelled())).isEqualTo(new Outcome.Cancelled(true, 1));
    assertThat(ended(sending().received(none(Cause.CONNECTION_REFUSED), at(0), HALF).cancelled()))
        .isEqualTo(new Outcome.Cancelled(false, 1));
  }

  @Test
  void events_that_a_state_does_not_know_leave_it_as_it_is() {
    ResultHandling ready = ready();
    assertThat(ready.received(unknown(), at(0), HALF)).isSameAs(ready);
    assertThat(ready.timeReached(at(0), HALF)).isSameAs(ready);
    assertThat(ready.retryDenied()).isSameAs(ready);

    ResultHandling sending = sending();
    assertThat(sending.start(at(0))).isSameAs(sending);
    assertThat(sending.retryDenied()).isSameAs(sending);

    ResultHandling waiting = sending.received(unknown(), at(0), HALF);
    assertThat(waiting.start(at(0))).isSameAs(waiting);
    assertThat(waiting.received(success(anyCode()), at(0), HALF)).isSameAs(waiting);
  }

  private static ResultHandling ready() {
    return ResultHandling.ready(POLICY, START);
  }

  private static ResultHandling sending() {
    return ready().start(START);
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  private static Instruction send(int attempt, long untilMillis) {
    return new Instruction.Send(attempt, at(untilMillis));
  }

  private static Instruction waitUntil(long millis) {
    return new Instruction.WaitUntil(at(millis));
  }

  private static Outcome ended(ResultHandling handling) {
    assertThat(handling.instruction())
        .isEqualTo(new Instruction.Finish(handling.outcome().orElseThrow()));
    return handling.outcome().orElseThrow();
  }
}
