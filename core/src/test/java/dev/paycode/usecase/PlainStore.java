package dev.paycode.usecase;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The simplest store that keeps the contracts, with a switch to take it down. */
final class PlainStore implements CodeSchedules, RefillLeases {

  private record Running(long token, Instant until) {}

  private final VirtualTime time;
  private final Map<CodeHolder, CodeSchedule> schedules = new HashMap<>();
  private final Map<CodeHolder, Running> leases = new HashMap<>();
  private long lastToken;
  private int failingCalls;
  private int passingCalls;

  PlainStore(VirtualTime time) {
    this.time = time;
  }

  synchronized void failNext(int calls) {
    failingCalls = calls;
  }

  /** Lets so many calls pass and fails the one after. */
  synchronized void failNextAfter(int calls) {
    passingCalls = calls;
    failingCalls = 1;
  }

  /** Forgets the schedule and its fence, as a store may a minute after its last change. */
  synchronized void forget(CodeHolder holder) {
    schedules.remove(holder);
  }

  private void check() {
    if (passingCalls > 0) {
      passingCalls--;
      return;
    }
    if (failingCalls > 0) {
      failingCalls--;
      throw new StoreUnavailableException(
          "The test has taken the store down", new Exception("down"));
    }
  }

  @Override
  public synchronized CodeSchedule find(CodeHolder holder) {
    check();
    return schedules.getOrDefault(holder, CodeSchedule.empty());
  }

  @Override
  public synchronized CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    check();
    CodeSchedule changed = change.apply(schedules.getOrDefault(holder, CodeSchedule.empty()));
    schedules.put(holder, changed);
    return changed;
  }

  @Override
  public synchronized Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
    check();
    Running running = leases.get(holder);
    if (running != null && time.now().isBefore(running.until())) {
      return Optional.empty();
    }
    leases.put(holder, new Running(++lastToken, time.now().plus(length)));
    return Optional.of(new RefillLease(holder, lastToken));
  }

  @Override
  public synchronized void release(RefillLease lease) {
    check();
    leases.computeIfPresent(
        lease.holder(),
        (holder, running) -> running.token() == lease.fencingToken() ? null : running);
  }

  @Override
  public synchronized long supersede(CodeHolder holder) {
    check();
    leases.remove(holder);
    return ++lastToken;
  }
}
