package dev.paycode.handling;

import dev.paycode.handling.ResultHandlingLawsTest.Event;
import dev.paycode.result.ResultStatus;
import java.time.Duration;
import java.time.Instant;

/** The table of the specification as one would write it down first: mutable, with strings. */
final class NaiveModel {

  private static final RetryPolicy POLICY = RetryPolicy.ofDefaults();
  private static final Instant DEADLINE = Instant.EPOCH.plus(POLICY.deadline());

  private String state = "ready";
  private int attempts;
  private boolean reached;
  private boolean oneSpent;
  private Instant until = DEADLINE;

  void apply(Event event, Instant now) {
    switch (state + " " + event.name()) {
      case "ready start" -> startOrGiveUp(now);
      case "sending received" -> received(event.reply(), now, event.random());
      case "sending time" -> {
        if (!now.isBefore(until)) {
          received(new Reply.NoResult(Cause.TIMED_OUT), now, event.random());
        }
      }
      case "waiting time" -> {
        if (!now.isBefore(DEADLINE) || !now.isBefore(until)) {
          startOrGiveUp(now);
        }
      }
      case "waiting denied" -> state = "GAVE_UP";
      case "ready cancelled", "waiting cancelled" -> state = "CANCELLED";
      case "sending cancelled" -> {
        reached = true;
        state = "CANCELLED";
      }
      default -> {
        // nothing happens
      }
    }
  }

  private void startOrGiveUp(Instant now) {
    if (!now.isBefore(DEADLINE)) {
      state = "GAVE_UP";
      return;
    }
    attempts++;
    state = "sending";
    until = now.plusSeconds(5).isBefore(DEADLINE) ? now.plusSeconds(5) : DEADLINE;
  }

  private void received(Reply reply, Instant now, double random) {
    if (reply instanceof Reply.Misconfigured) {
      state = "MISCONFIGURED";
    } else if (reply instanceof Reply.Unauthenticated) {
      state = "REFUSED";
    } else if (reply instanceof Reply.Throttled throttled) {
      retry(now, POLICY.throttledWait(attempts, random, throttled.hint()));
    } else if (reply instanceof Reply.NoResult none) {
      noResult(none.cause(), now, random);
    } else if (reply instanceof Reply.Answer answer) {
      answered(answer, now, random);
    }
  }

  private void answered(Reply.Answer answer, Instant now, double random) {
    String code = answer.result().code().text();
    if (answer.result().status() == ResultStatus.F) {
      state = "REFUSED";
    } else if (answer.result().status() == ResultStatus.S && code.equals("SUCCESS")) {
      if (answer.codes().stream().anyMatch(c -> c.window().expiry().isAfter(answer.answeredAt()))) {
        state = "OBTAINED";
      } else {
        noResult(Cause.NO_USABLE_CODES, now, random);
      }
    } else if (answer.result().status() == ResultStatus.U
        && code.equals("REQUEST_TRAFFIC_EXCEED_LIMIT")) {
      retry(now, POLICY.throttledWait(attempts, random, Duration.ZERO));
    } else {
      retry(now, POLICY.transientWait(attempts, random));
    }
  }

  private void noResult(Cause cause, Instant now, double random) {
    reached |= cause.kind() != Cause.Kind.NOT_SENT;
    boolean useless =
        cause.retry() == Cause.Retry.NEVER || (cause.retry() == Cause.Retry.ONCE && oneSpent);
    if (useless) {
      state = "GAVE_UP";
      return;
    }
    oneSpent |= cause.retry() == Cause.Retry.ONCE;
    boolean before = reached;
    retry(now, POLICY.transientWait(attempts, random));
    reached = before;
  }

  private void retry(Instant now, Duration wait) {
    reached = true;
    if (attempts == 3 || !now.plus(wait).isBefore(DEADLINE)) {
      state = "GAVE_UP";
    } else {
      state = "waiting";
      until = now.plus(wait);
    }
  }

  String describe() {
    return switch (state) {
      case "ready" -> "ready";
      case "sending", "waiting" -> state + " " + attempts(state) + until;
      case "GAVE_UP", "CANCELLED" -> state + " " + attempts + " " + reached;
      default -> state + " " + attempts;
    };
  }

  private String attempts(String of) {
    return of.equals("sending") ? attempts + " " : "";
  }

  static String describe(ResultHandling handling) {
    return handling
        .instruction()
        .fold(
            new Instruction.Cases<>() {
              @Override
              public String start(Instruction.Start instruction) {
                return "ready";
              }

              @Override
              public String send(Instruction.Send instruction) {
                return "sending " + instruction.attempt() + " " + instruction.until();
              }

              @Override
              public String waitUntil(Instruction.WaitUntil instruction) {
                return "waiting " + instruction.due();
              }

              @Override
              public String finish(Instruction.Finish instruction) {
                return describe(instruction.outcome());
              }
            });
  }

  private static String describe(Outcome outcome) {
    String kind = outcome.kind() + " " + outcome.attempts();
    if (outcome instanceof Outcome.GaveUp gaveUp) {
      return kind + " " + gaveUp.mayHaveReachedAlipayPlus();
    }
    if (outcome instanceof Outcome.Cancelled cancelled) {
      return kind + " " + cancelled.mayHaveReachedAlipayPlus();
    }
    return kind;
  }
}
