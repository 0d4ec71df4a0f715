package dev.paycode.handling;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the server's clock is ahead of the local one, as far as a signed Response-Time proves it.
 *
 * <p>The server stamped its answer between the request's departure and the answer's arrival, and
 * may have cut off up to a second. So {@code 12:00:05}, sent and received locally at 12:00:05.300
 * and 12:00:05.500, proves nothing: the offset is zero. Received at 12:00:09.500, sent at
 * 12:00:09.300, it proves the server at least 3.3 s behind.
 *
 * @param ahead the offset of the smallest size that explains the stamp; negative if the server is
 *     behind
 */
public record ClockOffset(Duration ahead) {

  /** No difference. */
  public static final ClockOffset NONE = new ClockOffset(Duration.ZERO);

  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  /**
   * The offset that an answer proves.
   *
   * @param sent the local time when the request left
   * @param received the local time when the answer had come
   * @param stamped the server's time in the answer
   */
  public static ClockOffset between(Instant sent, Instant received, Instant stamped) {
    Duration least = Duration.between(received, stamped);
    Duration most = Duration.between(sent, stamped).plus(RESOLUTION);
    if (!least.isNegative() && !least.isZero()) {
      return new ClockOffset(least);
    }
    return most.isNegative() ? new ClockOffset(most) : NONE;
  }

  /** The server's time when the local clock shows {@code local}. */
  public Instant serverTime(Instant local) {
    return local.plus(ahead);
  }

  /** The local time when the server's clock shows {@code server}. */
  public Instant localTime(Instant server) {
    return server.minus(ahead);
  }
}
