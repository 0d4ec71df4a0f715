package dev.paycode.docs;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A store over any map that can replace a value only if it is still the old one. */
final class OwnStore implements CodeSchedules, RefillLeases {

  private final ConcurrentMap<CodeHolder, Entry> entries;
  private final InstantSource clock;

  OwnStore(ConcurrentMap<CodeHolder, Entry> entries, InstantSource clock) {
    this.entries = entries;
    this.clock = clock;
  }

  record Entry(CodeSchedule schedule, Instant changed, long token, Instant leasedUntil) {

    static final Entry NONE = new Entry(CodeSchedule.empty(), Instant.MIN, 0, Instant.MIN);

    Entry with(CodeSchedule replacement, Instant now) {
      return new Entry(replacement, now, token, leasedUntil);
    }

    Entry leased(Instant now, Instant until) {
      return new Entry(schedule, changed, Math.max(token + 1, now.toEpochMilli()), until);
    }

    boolean isWorthKeepingAt(Instant now) {
      return Stream.concat(schedule.codes().stream(), schedule.retired().stream())
              .map(IssuedCode::window)
              .anyMatch(window -> now.isBefore(window.expiry()))
          || now.minus(Duration.ofMinutes(1)).isBefore(changed)
          || now.minus(Duration.ofMinutes(1)).isBefore(leasedUntil);
    }
  }

  private Entry change(CodeHolder holder, UnaryOperator<Entry> change) {
    while (true) {
      Entry before = entries.putIfAbsent(holder, Entry.NONE);
      Entry seen = before == null ? Entry.NONE : before;
      Entry after = change.apply(seen);
      if (entries.replace(holder, seen, after)) {
        return after;
      }
    }
  }

  @Override
  public CodeSchedule find(CodeHolder holder) {
    return entries.getOrDefault(holder, Entry.NONE).schedule();
  }

  @Override
  public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    return change(holder, entry -> entry.with(change.apply(entry.schedule()), clock.instant()))
        .schedule();
  }

  @Override
  public Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
    AtomicBoolean acquired = new AtomicBoolean();
    Entry after =
        change(
            holder,
            entry -> {
              Instant now = clock.instant();
              acquired.set(!now.isBefore(entry.leasedUntil()));
              return acquired.get() ? entry.leased(now, now.plus(length)) : entry;
            });
    return acquired.get() ? Optional.of(new RefillLease(holder, after.token())) : Optional.empty();
  }

  @Override
  public void release(RefillLease lease) {
    change(
        lease.holder(),
        entry ->
            entry.token() == lease.fencingToken()
                ? new Entry(entry.schedule(), entry.changed(), entry.token(), clock.instant())
                : entry);
  }

  @Override
  public long supersede(CodeHolder holder) {
    return change(holder, entry -> entry.leased(clock.instant(), clock.instant())).token();
  }

  void sweep() {
    entries.values().removeIf(entry -> !entry.isWorthKeepingAt(clock.instant()));
  }
}
