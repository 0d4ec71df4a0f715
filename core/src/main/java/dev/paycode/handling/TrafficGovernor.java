package dev.paycode.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The pace of all calls of a process: unlimited until Alipay+ asks for fewer calls, then halved at
 * once and raised evenly again (additive increase, multiplicative decrease).
 *
 * <p>With 40 calls in the last second, the first {@code REQUEST_TRAFFIC_EXCEED_LIMIT} lets 20 calls
 * a second pass, one every 50 ms; 20 seconds without another lift the limit. Requests to slow down
 * that arrive within a second of each other count once: they are about the same burst.
 *
 * <p>Safe for use by many threads. All instants are ticks of one clock that runs evenly.
 */
public final class TrafficGovernor {

  private static final double SLOWEST = 1;
  private static final Duration BURST = Duration.ofSeconds(1);
  private static final Duration RECOVERY = Duration.ofSeconds(20);
  private static final double NANOS_PER_SECOND = 1e9;

  private final RecentRate recent = new RecentRate();
  private double limit = Double.POSITIVE_INFINITY;
  private double gainPerSecond;
  private Instant nextFree = Instant.MIN;
  private Instant raised = Instant.MIN;
  private Instant slowed = Instant.MIN;

  private TrafficGovernor() {}

  /** A governor that has not been asked to slow down yet. */
  public static TrafficGovernor unlimited() {
    return new TrafficGovernor();
  }

  /**
   * When a call that could go now may go, if that is before {@code latest}; the place is then
   * taken.
   */
  public synchronized Optional<Instant> admit(Instant now, Instant latest) {
    raise(now);
    Instant slot = now.isBefore(nextFree) ? nextFree : now;
    if (!slot.isBefore(latest)) {
      return Optional.empty();
    }
    if (isLimited()) {
      nextFree = slot.plusNanos((long) (NANOS_PER_SECOND / limit));
    }
    recent.count(slot);
    return Optional.of(slot);
  }

  /** Halves the pace, because Alipay+ asked for fewer calls. */
  public synchronized void slowDown(Instant now) {
    raise(now);
    if (isLimited() && now.isBefore(slowed.plus(BURST))) {
      return;
    }
    double pace = isLimited() ? limit : recent.perSecond(now);
    limit = Math.max(SLOWEST, pace / 2);
    gainPerSecond = Math.max(SLOWEST, pace - limit) / RECOVERY.toSeconds();
    slowed = now;
    raised = now;
    Instant afterPause = now.plusNanos((long) (NANOS_PER_SECOND / limit));
    // places that were given away stay taken
    nextFree = nextFree.isAfter(afterPause) ? nextFree : afterPause;
  }

  /** Whether the pace is limited at that time. */
  public synchronized boolean isLimitedAt(Instant now) {
    raise(now);
    return isLimited();
  }

  private boolean isLimited() {
    return limit < Double.POSITIVE_INFINITY;
  }

  private void raise(Instant now) {
    if (!isLimited() || !now.isAfter(raised)) {
      return;
    }
    limit += gainPerSecond * Duration.between(raised, now).toNanos() / NANOS_PER_SECOND;
    raised = now;
    if (!now.isBefore(slowed.plus(RECOVERY))) {
      limit = Double.POSITIVE_INFINITY;
      nextFree = Instant.MIN;
    }
  }

  /** Calls in the second that runs and in the one before. */
  private static final class RecentRate {

    private Instant second = Instant.MIN;
    private int before;
    private int during;

    void count(Instant now) {
      turn(now);
      during++;
    }

    double perSecond(Instant now) {
      turn(now);
      return Math.max(before, during);
    }

    private void turn(Instant now) {
      if (now.isBefore(second.plus(BURST))) {
        return;
      }
      before = now.isBefore(second.plus(BURST.multipliedBy(2))) ? during : 0;
      during = 0;
      second = now;
    }
  }
}
