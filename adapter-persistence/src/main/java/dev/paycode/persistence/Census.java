package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the schedules of a store, one after the other. For use by one thread. */
final class Census {

  private final Instant now;
  private long holders;
  private long codes;
  private long unreadable;
  private Optional<Instant> nextExpiry = Optional.empty();

  /** A count by that time, in which nothing is counted yet. */
  Census(Instant now) {
    this.now = now;
  }

  /** Counts one schedule, empty if it did not open. */
  void count(Optional<CodeSchedule> schedule) {
    holders++;
    schedule.ifPresentOrElse(this::countCodes, () -> unreadable++);
  }

  private void countCodes(CodeSchedule schedule) {
    List<IssuedCode> unexpired = schedule.prune(now).codes();
    codes += unexpired.size();
    nextExpiry =
        Stream.concat(nextExpiry.stream(), unexpired.stream().map(code -> code.window().expiry()))
            .min(Instant::compareTo);
  }

  StoreStatus status() {
    return new StoreStatus(holders, codes, nextExpiry, unreadable);
  }
}
