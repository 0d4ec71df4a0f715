package dev.paycode.usecase;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes down codes that were bought, and tries more than once. */
final class BoughtCodes {

  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * How long after its end a call may still write. Whoever was paused for longer cannot know: a
   * store forgets after a minute that the lease was superseded (see {@link CodeSchedules}).
   */
  private static final Duration LATEST = Duration.ofSeconds(30);

  private final CodeSchedules schedules;
  private final PresentationPolicy policy;
  private final TimeAndChance time;
  private final ServerClock clock;

  BoughtCodes(
      CodeSchedules schedules, PresentationPolicy policy, TimeAndChance time, ServerClock clock) {
    this.schedules = schedules;
    this.policy = policy;
    this.time = time;
    this.clock = clock;
  }

  /**
   * Merges the codes into the schedule, unless the lease has been superseded or the call ended so
   * long ago that nobody knows whether it was.
   *
   * @return the schedule that is kept now
   * @throws StoreUnavailableException if the store did not answer until {@code end}; the codes are
   *     lost
   */
  CodeSchedule keep(RefillLease lease, List<IssuedCode> codes, Instant end) {
    CodeSchedule issued =
        CodeSchedule.of(
            codes.stream().map(code -> code.limitedTo(policy.longestWindow())).toList());
    while (true) {
      try {
        return schedules.update(
            lease.holder(),
            held ->
                time.tick().isAfter(end.plus(LATEST))
                    ? held
                    : held.prune(clock.now()).refilled(issued, lease.fencingToken()));
      } catch (StoreUnavailableException down) {
        Instant next = time.tick().plus(PAUSE);
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
}
