package dev.paycode.usecase;

import dev.paycode.handling.Instruction;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.handling.ResultHandling;
import dev.paycode.handling.RetryBudget;
import dev.paycode.handling.RetryPolicy;
import dev.paycode.handling.TrafficGovernor;
import dev.paycode.port.in.ObtainPaymentCodes;
import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.Pause;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Drives one {@link ResultHandling} per request, blocking. */
final class ObtainService implements ObtainPaymentCodes {

  private final CodeGateway gateway;
  private final RetryPolicy policy;
  private final RetryBudget budget;
  private final TrafficGovernor governor;
  private final TimeAndChance time;
  private final ServerClock clock;
  private final Reporter reporter;

  ObtainService(
      CodeGateway gateway,
      RetryPolicy policy,
      RetryBudget budget,
      TrafficGovernor governor,
      TimeAndChance time,
      ServerClock clock,
      Reporter reporter) {
    this.gateway = gateway;
    this.policy = policy;
    this.budget = budget;
    this.governor = governor;
    this.time = time;
    this.clock = clock;
    this.reporter = reporter;
  }

  @Override
  public Outcome obtain(CodeRequest request) {
    return obtain(request, time.tick().plus(policy.deadline()));
  }

  /** As {@link #obtain(CodeRequest)}, but no longer than until the tick {@code end}. */
  Outcome obtain(CodeRequest request, Instant end) {
    PreparedCall call = gateway.prepare(request);
    Instant begun = time.tick();
    ResultHandling handling = ResultHandling.readyUntil(policy, end);
    while (handling.outcome().isEmpty()) {
      handling = handling.instruction().fold(new Step(handling, call, end));
    }
    Outcome outcome = handling.outcome().orElseThrow();
    if (outcome.kind() == Outcome.Kind.OBTAINED) {
      budget.refund(outcome.attempts());
    }
    reporter.finished(
        new Ending(outcome.kind(), outcome.attempts(), Duration.between(begun, time.tick())));
    return outcome;
  }

  /** Follows one instruction and answers with the state after it. */
  private final class Step implements Instruction.Cases<ResultHandling> {

    private final ResultHandling handling;
    private final PreparedCall call;
    private final Instant end;

    Step(ResultHandling handling, PreparedCall call, Instant end) {
      this.handling = handling;
      this.call = call;
      this.end = end;
    }

    @Override
    public ResultHandling start(Instruction.Start instruction) {
      return admitted(time.tick(), handling::start);
    }

    @Override
    public ResultHandling send(Instruction.Send instruction) {
      Instant begun = time.tick();
      Instant left = time.clock().instant();
      reporter.attempting(instruction.attempt());
      try {
        Reply reply = call.send(Duration.between(begun, instruction.until()));
        Instant ended = time.tick();
        clock.learn(reply, left, time.clock().instant());
        if (reply.isThrottling()) {
          governor.slowDown(ended);
        }
        reporter.attempted(
            Attempt.of(
                instruction.attempt(),
                Duration.between(begun, ended),
                reply,
                clock.offset(),
                call.bodyDigest()));
        return handling.received(reply, ended, time.random().getAsDouble());
      } catch (InterruptedException interrupted) {
        return cancelled();
      }
    }

    @Override
    public ResultHandling waitUntil(Instruction.WaitUntil instruction) {
      return budget.withdraw()
          ? admitted(
              instruction.due(), now -> handling.timeReached(now, time.random().getAsDouble()))
          : handling.retryDenied();
    }

    /** Waits for the process's turn to send; without one before the end, the time is over now. */
    private ResultHandling admitted(Instant due, Function<Instant, ResultHandling> next) {
      try {
        Optional<Instant> slot = governor.admit(due, end);
        if (slot.isEmpty()) {
          return next.apply(end);
        }
        tellOfPause(due, slot.get());
        time.sleepUntil(slot.get());
        return next.apply(time.tick());
      } catch (InterruptedException interrupted) {
        return cancelled();
      }
    }

    private void tellOfPause(Instant due, Instant slot) {
      Duration length = Duration.between(time.tick(), slot);
      if (!length.isNegative() && !length.isZero()) {
        reporter.waiting(
            new Pause(length, slot.isAfter(due) ? Pause.Reason.TURN : Pause.Reason.RETRY));
      }
    }

    @Override
    public ResultHandling finish(Instruction.Finish instruction) {
      return handling;
    }

    private ResultHandling cancelled() {
      Thread.currentThread().interrupt();
      return handling.cancelled();
    }
  }
}
