package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Persistence adapter: keeps schedules and leases in this process's memory, for a single server.
 *
 * <p>A holder is forgotten once all their codes, held and retired, have expired, their lease has
 * run out and a minute has passed since the last change. The store keeps no more holders than it
 * was told to; while it is full, a new holder is refused with a {@link StoreUnavailableException}
 * before any code is bought, and none is forgotten early: that would bring retired codes back.
 *
 * <pre>{@code
 * MemoryStore store = MemoryStore.holding(100_000, InstantSource.system());
 * UseCases.over(gateway, store, store, time)
 * }</pre>
 *
 * <p>Safe for use by many threads. Nothing is written to a disk; a restart forgets everything.
 */
public final class MemoryStore implements CodeStore {

  private final KeptHolders holders;
  private final InstantSource clock;

  /** One sequence for all holders, so that a forgotten holder's tokens go on growing. */
  private final AtomicLong lastToken = new AtomicLong();

  private MemoryStore(KeptHolders holders, InstantSource clock) {
    this.holders = holders;
    this.clock = clock;
  }

  /**
   * An empty store.
   *
   * @param mostHolders how many holders are kept at once, 1 or more; threads that add holders at
   *     the same moment may exceed it by their number
   * @param clock the time by which codes expire and leases run out
   * @throws IllegalArgumentException if {@code mostHolders} is not positive
   */
  public static MemoryStore holding(int mostHolders, InstantSource clock) {
    if (mostHolders < 1) {
      throw new IllegalArgumentException("A store holds 1 holder or more, not " + mostHolders);
    }
    return new MemoryStore(KeptHolders.atMost(mostHolders, clock), clock);
  }

  @Override
  public CodeSchedule find(CodeHolder holder) {
    return holders.find(holder).schedule();
  }

  @Override
  public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    return holders
        .change(holder, kept -> kept.with(change.apply(kept.schedule()), clock.instant()))
        .schedule();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the length is not positive
   * @throws StoreUnavailableException if the store is full
   */
  @Override
  public Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException("A lease's length must be positive, not " + length);
    }
    AtomicLong acquired = new AtomicLong();
    holders.change(holder, kept -> leasedOnce(kept, length, acquired));
    return acquired.get() == 0
        ? Optional.empty()
        : Optional.of(new RefillLease(holder, acquired.get()));
  }

  /** Draws the token inside the atomic change: one drawn before could be overtaken. */
  private Kept leasedOnce(Kept kept, Duration length, AtomicLong acquired) {
    Instant now = clock.instant();
    if (kept.isLeasedAt(now)) {
      return kept;
    }
    acquired.set(lastToken.incrementAndGet());
    return kept.leased(acquired.get(), now.plus(length));
  }

  @Override
  public void release(RefillLease lease) {
    holders.changeKept(lease.holder(), kept -> kept.released(lease.fencingToken()));
  }

  @Override
  public long supersede(CodeHolder holder) {
    holders.changeKept(holder, Kept::withoutLease);
    return lastToken.incrementAndGet();
  }

  /** {@inheritDoc} Holders of a lease alone count too. */
  @Override
  public StoreStatus status() {
    Census census = new Census(clock.instant());
    holders.forEach(kept -> census.count(Optional.of(kept.schedule())));
    return census.status();
  }

  @Override
  public long purge() {
    return holders.purge();
  }

  /** How full the store is; no holder, no code. */
  @Override
  public String toString() {
    return "MemoryStore[" + holders + "]";
  }
}
