package dev.paycode.http;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a Response-Time may be from the local clock before the answer counts as an old one played
 * again. The signed text names no request, so time is all that ties an answer to its request.
 *
 * @param skew how far the gateway's clock may be behind the local one
 * @param window how far a Response-Time may be from the time of arrival, either way
 */
record Freshness(Duration skew, Duration window) {

  /** Request-Time and Response-Time are sent in whole seconds. */
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  /**
   * Whether an answer stamped then can belong to a request sent then.
   *
   * @param stamped the answer's Response-Time
   * @param sent the local time when the request left
   * @param received the local time when the answer had come
   */
  boolean allows(Instant stamped, Instant sent, Instant received) {
    return !stamped.isBefore(sent.minus(RESOLUTION).minus(skew))
        && Duration.between(stamped, received).abs().compareTo(window) <= 0;
  }
}
