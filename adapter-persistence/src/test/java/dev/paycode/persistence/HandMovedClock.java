package dev.paycode.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved, by the test's own thread. */
final class HandMovedClock implements InstantSource {

  private volatile Instant now = Instant.parse("2024-06-01T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void moveBy(Duration step) {
    now = now.plus(step);
  }
}
