package dev.paycode.usecase;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.Presentation;
import dev.paycode.handling.Cause;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.port.in.PresentPaymentCode;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Shows what the store has, and sees to it that it has something. */
final class PresentService implements PresentPaymentCode {

  private static final Duration POLL = Duration.ofMillis(100);

  private final CodeSchedules schedules;
  private final Refills refills;
  private final PresentationPolicy policy;
  private final Duration deadline;
  private final TimeAndChance time;
  private final ServerClock clock;
  private final Reporter reporter;
  private final Executor prefetcher;

  PresentService(
      CodeSchedules schedules,
      Refills refills,
      PresentationPolicy policy,
      Duration deadline,
      TimeAndChance time,
      ServerClock clock,
      Reporter reporter,
      Executor prefetcher) {
    this.schedules = schedules;
    this.refills = refills;
    this.policy = policy;
    this.deadline = deadline;
    this.time = time;
    this.clock = clock;
    this.reporter = reporter;
    this.prefetcher = prefetcher;
  }

  @Override
  public Showing present(CodeRequest request) {
    try {
      CodeSchedule held = schedules.find(request.holder());
      Optional<Showing> showing = showing(held);
      if (showing.isEmpty()) {
        return afterRefill(request);
      }
      if (policy.needsRefill(held, clock.now())) {
        prefetch(request);
      }
      return showing.get();
    } catch (StoreUnavailableException down) {
      return new Showing.StoreDown();
    }
  }

  private Optional<Showing> showing(CodeSchedule held) {
    Instant now = clock.now();
    Optional<Presentation> shown = held.presentableAt(now, policy.margin());
    if (shown.isPresent()) {
      return shown.map(
          code ->
              new Showing.Code(code, policy.refillAt(code.coveredUntil(), now), clock.offset()));
    }
    return policy.needsRefill(held, now) ? Optional.empty() : later(held);
  }

  private Optional<Showing> later(CodeSchedule held) {
    return held.nextChangeAfter(clock.now(), policy.margin())
        .map(from -> new Showing.NotYet(from, clock.offset()));
  }

  private void prefetch(CodeRequest request) {
    if (!refills.isCalledFor(request.holder())) {
      return;
    }
    try {
      prefetcher.execute(() -> refillInBackground(request));
    } catch (RejectedExecutionException busy) {
      // the code at hand is shown all the same, and the next call tries again
    }
  }

  private void refillInBackground(CodeRequest request) {
    try {
      refills.refill(request, time.tick().plus(deadline));
    } catch (StoreUnavailableException down) {
      // nothing was bought or all was tried to keep it; the next call finds the store as it is
    } catch (RuntimeException fault) {
      reporter.backgroundFault(fault);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing to show: waits for a refill, by this process or another, until the deadline. */
  private Showing afterRefill(CodeRequest request) {
    Instant end = time.tick().plus(deadline);
    try {
      while (true) {
        Optional<Outcome> outcome = refills.refill(request, end);
        CodeSchedule held = schedules.find(request.holder());
        Optional<Showing> showing = showing(held);
        if (showing.isPresent()) {
          return showing.get();
        }
        if (outcome.isPresent() && isFinal(outcome.get())) {
          return later(held).orElseGet(() -> new Showing.NoCode(explained(outcome.get())));
        }
        Instant next = time.tick().plus(POLL);
        if (!next.isBefore(end)) {
          return new Showing.NoCode(
              outcome.map(PresentService::explained).orElseGet(PresentService::underWay));
        }
        time.sleepUntil(next);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Showing.NoCode(new Outcome.Cancelled(false, 0));
    }
  }

  /** Whether the outcome is this caller's too: a cancelled flight is only its leader's. */
  private static boolean isFinal(Outcome outcome) {
    return outcome.kind() != Outcome.Kind.CANCELLED || Thread.currentThread().isInterrupted();
  }

  /** Codes that were obtained but are not there to be shown have been retired by somebody. */
  private static Outcome explained(Outcome outcome) {
    return outcome.kind() == Outcome.Kind.OBTAINED
        ? new Outcome.GaveUp(
            Outcome.Limit.FUTILITY,
            new Reply.NoResult(Cause.RETIRED_MEANWHILE),
            true,
            outcome.attempts())
        : outcome;
  }

  private static Outcome underWay() {
    return new Outcome.GaveUp(
        Outcome.Limit.DEADLINE, new Reply.NoResult(Cause.REFILL_UNDER_WAY), false, 0);
  }
}
