package dev.paycode.usecase;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.handling.Outcome;
import dev.paycode.port.in.ObtainPaymentCodes;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.CodeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches codes for a holder and keeps them, once at a time: within the process by sharing the call
 * in flight, between processes by a lease.
 */
final class Refills {

  private static final Duration WRITE_PAUSE = Duration.ofMillis(100);

  private final ObtainPaymentCodes obtain;
  private final CodeSchedules schedules;
  private final RefillLeases leases;
  private final PresentationPolicy policy;
  private final Duration deadline;
  private final TimeAndChance time;
  private final ServerClock clock;
  private final RecentFailures failures = new RecentFailures();
  private final ConcurrentMap<CodeHolder, CompletableFuture<Optional<Outcome>>> flights =
      new ConcurrentHashMap<>();

  Refills(
      ObtainPaymentCodes obtain,
      CodeSchedules schedules,
      RefillLeases leases,
      PresentationPolicy policy,
      Duration deadline,
      TimeAndChance time,
      ServerClock clock) {
    this.obtain = obtain;
    this.schedules = schedules;
    this.leases = leases;
    this.policy = policy;
    this.deadline = deadline;
    this.time = time;
    this.clock = clock;
  }

  /** Whether a refill that began now would be of use: none is under way, and none just failed. */
  boolean isCalledFor(CodeHolder holder) {
    return !flights.containsKey(holder) && failures.of(holder, time.tick()).isEmpty();
  }

  /**
   * Refills the holder's schedule, or waits for whoever in this process is doing so.
   *
   * @return how the request for codes ended, or how the one ended that failed a moment ago; empty
   *     if none was made here, because another server is at it or was just done
   * @throws StoreUnavailableException if the store did not answer
   * @throws InterruptedException if the thread was interrupted while it waited for another
   */
  Optional<Outcome> refill(CodeRequest request) throws InterruptedException {
    Optional<Outcome> failure = failures.of(request.holder(), time.tick());
    return failure.isPresent() ? failure : leadOrFollow(request);
  }

  private Optional<Outcome> leadOrFollow(CodeRequest request) throws InterruptedException {
    CompletableFuture<Optional<Outcome>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<Outcome>> theirs = flights.putIfAbsent(request.holder(), mine);
    return theirs == null ? lead(request, mine) : follow(theirs);
  }

  private Optional<Outcome> lead(CodeRequest request, CompletableFuture<Optional<Outcome>> flight) {
    try {
      Optional<Outcome> outcome = underLease(request);
      flight.complete(outcome);
      return outcome;
    } catch (RuntimeException | Error failure) {
      flight.completeExceptionally(failure);
      throw failure;
    } finally {
      flights.remove(request.holder(), flight);
    }
  }

  private Optional<Outcome> follow(CompletableFuture<Optional<Outcome>> flight)
      throws InterruptedException {
    try {
      return flight.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new StoreUnavailableException("The refill this call waited for failed", failed);
    }
  }

  private Optional<Outcome> underLease(CodeRequest request) {
    CodeHolder holder = request.holder();
    Optional<RefillLease> acquired = leases.acquire(holder, deadline.multipliedBy(2));
    if (acquired.isEmpty()) {
      return Optional.empty();
    }
    RefillLease lease = acquired.get();
    try {
      return policy.needsRefill(schedules.find(holder), clock.now())
          ? Optional.of(refill(request, lease))
          : Optional.empty();
    } finally {
      release(lease);
    }
  }

  private Outcome refill(CodeRequest request, RefillLease lease) {
    Outcome outcome = obtain.obtain(request);
    failures.remember(request.holder(), outcome, time.tick());
    if (outcome instanceof Outcome.Obtained obtained) {
      keep(lease, obtained.codes());
    }
    return outcome;
  }

  /** Codes that were issued are worth several tries at writing them down. */
  private void keep(RefillLease lease, List<IssuedCode> codes) {
    CodeSchedule issued =
        CodeSchedule.of(
            codes.stream().map(code -> code.limitedTo(policy.longestWindow())).toList());
    Instant end = time.tick().plus(deadline);
    while (true) {
      try {
        schedules.update(
            lease.holder(), held -> held.prune(clock.now()).refilled(issued, lease.fencingToken()));
        return;
      } catch (StoreUnavailableException down) {
        Instant next = time.tick().plus(WRITE_PAUSE);
        if (!next.isBefore(end) || !sleptUntil(next)) {
          throw down;
        }
      }
    }
  }

  private boolean sleptUntil(Instant due) {
    try {
      time.sleepUntil(due);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void release(RefillLease lease) {
    try {
      leases.release(lease);
    } catch (StoreUnavailableException runsOutByItself) {
      // the outcome is known and must not be lost; the lease ends by its own length
    }
  }
}
