package dev.paycode.usecase;

import dev.paycode.code.CodeSchedule;
import dev.paycode.handling.Outcome;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.CodeRequest;
import java.time.Duration;
import java.time.Instant;
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

  private final ObtainService obtain;
  private final BoughtCodes bought;
  private final CodeSchedules schedules;
  private final RefillLeases leases;
  private final PresentationPolicy policy;
  private final Duration leaseLength;
  private final TimeAndChance time;
  private final ServerClock clock;
  private final FutileRefills futile = new FutileRefills();
  private final ConcurrentMap<CodeHolder, CompletableFuture<Optional<Outcome>>> flights =
      new ConcurrentHashMap<>();

  Refills(
      ObtainService obtain,
      BoughtCodes bought,
      CodeSchedules schedules,
      RefillLeases leases,
      PresentationPolicy policy,
      Duration leaseLength,
      TimeAndChance time,
      ServerClock clock) {
    this.obtain = obtain;
    this.bought = bought;
    this.schedules = schedules;
    this.leases = leases;
    this.policy = policy;
    this.leaseLength = leaseLength;
    this.time = time;
    this.clock = clock;
  }

  /** Whether a refill that began now would be of use: none is under way, and none just failed. */
  boolean isCalledFor(CodeHolder holder) {
    return !flights.containsKey(holder) && futile.of(holder, time.tick()).isEmpty();
  }

  /**
   * Refills the holder's schedule, or waits for whoever in this process is doing so.
   *
   * @param end the tick at which to give up
   * @return how the request for codes ended, or how the one ended that was futile a moment ago;
   *     empty if none ended here, because somebody else is at it or was just done
   * @throws StoreUnavailableException if the store did not answer
   * @throws InterruptedException if the thread was interrupted while it waited for another
   */
  Optional<Outcome> refill(CodeRequest request, Instant end) throws InterruptedException {
    Optional<Outcome> earlier = futile.of(request.holder(), time.tick());
    return earlier.isPresent() ? earlier : leadOrFollow(request, end);
  }

  private Optional<Outcome> leadOrFollow(CodeRequest request, Instant end)
      throws InterruptedException {
    CompletableFuture<Optional<Outcome>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<Outcome>> theirs = flights.putIfAbsent(request.holder(), mine);
    return theirs == null ? lead(request, mine, end) : follow(theirs, end);
  }

  private Optional<Outcome> lead(
      CodeRequest request, CompletableFuture<Optional<Outcome>> flight, Instant end) {
    try {
      Optional<Outcome> outcome = underLease(request, end);
      flight.complete(outcome);
      return outcome;
    } catch (RuntimeException | Error failure) {
      flight.completeExceptionally(failure);
      throw failure;
    } finally {
      flights.remove(request.holder(), flight);
    }
  }

  private Optional<Outcome> follow(CompletableFuture<Optional<Outcome>> flight, Instant end)
      throws InterruptedException {
    try {
      long left = Duration.between(time.tick(), end).toNanos();
      return flight.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException stillUnderWay) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof StoreUnavailableException down) {
        throw new StoreUnavailableException("The refill this call waited for failed", down);
      }
      throw new IllegalStateException("The refill this call waited for failed", failed);
    }
  }

  private Optional<Outcome> underLease(CodeRequest request, Instant end) {
    CodeHolder holder = request.holder();
    Optional<RefillLease> acquired = leases.acquire(holder, leaseLength);
    if (acquired.isEmpty()) {
      return Optional.empty();
    }
    RefillLease lease = acquired.get();
    try {
      return policy.needsRefill(schedules.find(holder), clock.now())
          ? Optional.of(fetched(request, lease, end))
          : Optional.empty();
    } finally {
      release(lease);
    }
  }

  private Outcome fetched(CodeRequest request, RefillLease lease, Instant end) {
    Outcome outcome = obtain.obtain(request, end);
    boolean helped =
        outcome instanceof Outcome.Obtained obtained
            && isOfUse(bought.keep(lease, obtained.codes(), end));
    if (helped) {
      futile.forget(request.holder());
    } else {
      futile.remember(request.holder(), outcome, time.tick());
    }
    return outcome;
  }

  private boolean isOfUse(CodeSchedule kept) {
    return !policy.needsRefill(kept, clock.now());
  }

  private void release(RefillLease lease) {
    try {
      leases.release(lease);
    } catch (StoreUnavailableException runsOutByItself) {
      // the outcome is known and must not be lost; the lease ends by its own length
    }
  }
}
