package dev.paycode.handling;

import static dev.paycode.handling.Outcome.Limit.ATTEMPTS;
import static dev.paycode.handling.Outcome.Limit.BUDGET;
import static dev.paycode.handling.Outcome.Limit.DEADLINE;
import static dev.paycode.handling.Outcome.Limit.FUTILITY;

import dev.paycode.code.IssuedCode;
import dev.paycode.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The handling of one request, as a state machine: each event yields the next state, each state
 * says what to do (protocol.md §6).
 *
 * <table>
 * <caption>The machine</caption>
 * <tr><th>State</th><th>Event</th><th>Next</th></tr>
 * <tr><td>Ready</td><td>start</td><td>Sending(1)</td></tr>
 * <tr><td>Sending(n)</td><td>S and SUCCESS with a code that is still valid</td><td>Obtained</td></tr>
 * <tr><td></td><td>S and SUCCESS without one</td><td>as no result, once</td></tr>
 * <tr><td></td><td>F, signed or not</td><td>Refused: never sent again</td></tr>
 * <tr><td></td><td>U, or S with another code</td><td>Waiting(n)</td></tr>
 * <tr><td></td><td>U REQUEST_TRAFFIC_EXCEED_LIMIT, or HTTP 429</td><td>Waiting(n), longer</td></tr>
 * <tr><td></td><td>no result, or one that cannot be trusted</td><td>Waiting(n), as often as the
 * {@linkplain Cause#retry() cause} allows</td></tr>
 * <tr><td></td><td>the end of the attempt</td><td>as no result</td></tr>
 * <tr><td></td><td>cannot ever work</td><td>Misconfigured</td></tr>
 * <tr><td>Waiting(n)</td><td>due time reached</td><td>Sending(n+1): the same request</td></tr>
 * <tr><td></td><td>retry denied by the budget</td><td>GaveUp</td></tr>
 * <tr><td>Sending, Waiting</td><td>attempts or deadline used up</td><td>GaveUp</td></tr>
 * <tr><td>any but the last</td><td>cancelled</td><td>Cancelled</td></tr>
 * <tr><td>any</td><td>an event not named above</td><td>itself</td></tr>
 * </table>
 *
 * <p>Immutable and pure: time comes in as an {@link Instant}, which should run evenly (take it from
 * a monotonic source), randomness as a number in [0, 1). It does no I/O, so it can be driven by a
 * blocking loop or by callbacks alike.
 */
public abstract sealed class ResultHandling {

  private ResultHandling() {}

  /** A handling in its first state; the policy's deadline counts from {@code now}. */
  public static ResultHandling ready(RetryPolicy policy, Instant now) {
    return readyUntil(policy, now.plus(policy.deadline()));
  }

  /** A handling in its first state that ends by {@code deadline}, whatever the policy says. */
  public static ResultHandling readyUntil(RetryPolicy policy, Instant deadline) {
    return new Ready(new Progress(policy, deadline, 0, false, false));
  }

  /** What to do in this state. */
  public abstract Instruction instruction();

  /** How the handling ended; empty until it has. */
  public Optional<Outcome> outcome() {
    return Optional.empty();
  }

  /** The event that the first attempt may begin. */
  public ResultHandling start(Instant now) {
    return this;
  }

  /** The event that an attempt has brought a reply. */
  public ResultHandling received(Reply reply, Instant now, double random) {
    return this;
  }

  /** The event that time has passed: nothing changes before the time that the instruction names. */
  public ResultHandling timeReached(Instant now, double random) {
    return this;
  }

  /** The event that the process has no retry left in its budget. */
  public ResultHandling retryDenied() {
    return this;
  }

  /** The event that the caller no longer wants an outcome. */
  public abstract ResultHandling cancelled();

  /** Nothing has been sent. */
  private static final class Ready extends ResultHandling {

    private final Progress progress;

    Ready(Progress progress) {
      this.progress = progress;
    }

    @Override
    public Instruction instruction() {
      return new Instruction.Start();
    }

    @Override
    public ResultHandling start(Instant now) {
      return progress.isOverAt(now)
          ? progress.gaveUp(DEADLINE, new Reply.NoResult(Cause.NEVER_STARTED))
          : progress.sending(now);
    }

    @Override
    public ResultHandling cancelled() {
      return progress.cancelled();
    }
  }

  /** The request is under way for the n-th time. */
  private static final class Sending extends ResultHandling {

    private final Progress progress;
    private final Instant until;

    Sending(Progress progress, Instant until) {
      this.progress = progress;
      this.until = until;
    }

    @Override
    public Instruction instruction() {
      return new Instruction.Send(progress.attempts, until);
    }

    @Override
    public ResultHandling received(Reply reply, Instant now, double random) {
      return reply.fold(new Next(progress, now, random));
    }

    @Override
    public ResultHandling timeReached(Instant now, double random) {
      return now.isBefore(until)
          ? this
          : received(new Reply.NoResult(Cause.TIMED_OUT), now, random);
    }

    @Override
    public ResultHandling cancelled() {
      return progress.reached().cancelled();
    }
  }

  /** The next attempt is due later. */
  private static final class Waiting extends ResultHandling {

    private final Progress progress;
    private final Reply lastReply;
    private final Instant due;

    Waiting(Progress progress, Reply lastReply, Instant due) {
      this.progress = progress;
      this.lastReply = lastReply;
      this.due = due;
    }

    @Override
    public Instruction instruction() {
      return new Instruction.WaitUntil(due);
    }

    @Override
    public ResultHandling timeReached(Instant now, double random) {
      if (progress.isOverAt(now)) {
        return progress.gaveUp(DEADLINE, lastReply);
      }
      return now.isBefore(due) ? this : progress.sending(now);
    }

    @Override
    public ResultHandling retryDenied() {
      return progress.gaveUp(BUDGET, lastReply);
    }

    @Override
    public ResultHandling cancelled() {
      return progress.cancelled();
    }
  }

  /** All is said; every further event is ignored. */
  private static final class Finished extends ResultHandling {

    private final Outcome outcome;

    Finished(Outcome outcome) {
      this.outcome = outcome;
    }

    @Override
    public Instruction instruction() {
      return new Instruction.Finish(outcome);
    }

    @Override
    public Optional<Outcome> outcome() {
      return Optional.of(outcome);
    }

    @Override
    public ResultHandling cancelled() {
      return this;
    }
  }

  /** The state that follows Sending, by the kind of reply. */
  private record Next(Progress progress, Instant now, double random)
      implements Reply.Cases<ResultHandling> {

    @Override
    public ResultHandling answer(Reply.Answer reply) {
      Result result = reply.result();
      if (result.isRefusal()) {
        return finished(new Outcome.Refused(result, true, progress.attempts));
      }
      if (result.isThrottling()) {
        return throttled(reply, Duration.ZERO);
      }
      if (!result.isSuccess()) {
        return again(reply);
      }
      List<IssuedCode> usable = reply.usableCodes();
      return usable.isEmpty()
          ? noResult(new Reply.NoResult(Cause.NO_USABLE_CODES))
          : finished(new Outcome.Obtained(usable, result, reply.answeredAt(), progress.attempts));
    }

    @Override
    public ResultHandling noResult(Reply.NoResult reply) {
      Progress known = reply.cause().kind() == Cause.Kind.NOT_SENT ? progress : progress.reached();
      return switch (reply.cause().retry()) {
        case AGAIN -> known.waiting(reply, transientWait(), now);
        case ONCE ->
            known.spentItsOne
                ? known.gaveUp(FUTILITY, reply)
                : known.spendingItsOne().waiting(reply, transientWait(), now);
        case NEVER -> known.gaveUp(FUTILITY, reply);
      };
    }

    @Override
    public ResultHandling throttled(Reply.Throttled reply) {
      return throttled(reply, reply.hint());
    }

    @Override
    public ResultHandling unauthenticated(Reply.Unauthenticated reply) {
      return finished(new Outcome.Refused(reply.unverified(), false, progress.attempts));
    }

    @Override
    public ResultHandling misconfigured(Reply.Misconfigured reply) {
      return finished(
          new Outcome.Misconfigured(reply.problem(), reply.remedy(), progress.attempts));
    }

    private ResultHandling again(Reply reply) {
      return progress.reached().waiting(reply, transientWait(), now);
    }

    private ResultHandling throttled(Reply reply, Duration hint) {
      Duration wait = progress.policy.throttledWait(progress.attempts, random, hint);
      return progress.reached().waiting(reply, wait, now);
    }

    private Duration transientWait() {
      return progress.policy.transientWait(progress.attempts, random);
    }

    private static ResultHandling finished(Outcome outcome) {
      return new Finished(outcome);
    }
  }

  /** What a handling remembers from state to state. */
  private record Progress(
      RetryPolicy policy,
      Instant deadline,
      int attempts,
      boolean mayHaveReached,
      boolean spentItsOne) {

    boolean isOverAt(Instant now) {
      return !now.isBefore(deadline);
    }

    Progress reached() {
      return new Progress(policy, deadline, attempts, true, spentItsOne);
    }

    Progress spendingItsOne() {
      return new Progress(policy, deadline, attempts, mayHaveReached, true);
    }

    ResultHandling sending(Instant now) {
      Instant end = now.plus(policy.attemptTimeout());
      return new Sending(
          new Progress(policy, deadline, attempts + 1, mayHaveReached, spentItsOne),
          end.isBefore(deadline) ? end : deadline);
    }

    ResultHandling waiting(Reply reply, Duration wait, Instant now) {
      if (attempts >= policy.maxAttempts()) {
        return gaveUp(ATTEMPTS, reply);
      }
      Instant due = now.plus(wait);
      return isOverAt(due) ? gaveUp(DEADLINE, reply) : new Waiting(this, reply, due);
    }

    ResultHandling gaveUp(Outcome.Limit limit, Reply reply) {
      return new Finished(new Outcome.GaveUp(limit, reply, mayHaveReached, attempts));
    }

    ResultHandling cancelled() {
      return new Finished(new Outcome.Cancelled(mayHaveReached, attempts));
    }
  }
}
