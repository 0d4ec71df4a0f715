package dev.paycode.code;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which a payment code may be scanned: half-open, {@code [start, expiry)}, never empty.
 *
 * <p>Alipay+ issues windows of one minute that overlap the next by 30 seconds (protocol.md §5): a
 * window from 12:00:00 to 12:01:00 contains 12:00:00 and 12:00:59.999, but not 12:01:00.
 *
 * @param start the first instant inside
 * @param expiry the first instant after
 */
public record ValidityWindow(Instant start, Instant expiry) {

  /**
   * @throws IllegalArgumentException if the expiry is not after the start
   */
  public ValidityWindow {
    requireNonNull(start, "start");
    requireNonNull(expiry, "expiry");
    if (!start.isBefore(expiry)) {
      throw new IllegalArgumentException(
          "A validity window must expire after its start, but starts "
              + start
              + " and expires "
              + expiry);
    }
  }

  /**
   * The window from {@code start} up to, but not including, {@code expiry}.
   *
   * @throws IllegalArgumentException if the expiry is not after the start
   */
  public static ValidityWindow between(Instant start, Instant expiry) {
    return new ValidityWindow(start, expiry);
  }

  /** Whether {@code start <= instant < expiry}. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(expiry);
  }

  /** Whether some instant lies in both windows; windows that only touch do not overlap. */
  public boolean overlaps(ValidityWindow other) {
    return start.isBefore(other.expiry) && other.start.isBefore(expiry);
  }

  /** The time left until expiry, never negative; before the start, the whole time until expiry. */
  public Duration remainingAt(Instant now) {
    return now.isBefore(expiry) ? Duration.between(now, expiry) : Duration.ZERO;
  }

  /**
   * This window, ended after {@code longest} if it is longer: a gateway's mistake of hours must not
   * keep a bearer secret alive for hours. The same instance if nothing changes.
   *
   * @throws IllegalArgumentException if {@code longest} is not positive
   */
  public ValidityWindow limitedTo(Duration longest) {
    if (longest.isZero() || longest.isNegative()) {
      throw new IllegalArgumentException(
          "A window's longest duration must be positive, not " + longest);
    }
    return Duration.between(start, expiry).compareTo(longest) <= 0
        ? this
        : new ValidityWindow(start, start.plus(longest));
  }
}
