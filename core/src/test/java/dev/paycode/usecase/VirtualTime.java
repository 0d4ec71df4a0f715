package dev.paycode.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody sleeps or a test says so. */
final class VirtualTime {

  static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong();

  TimeAndChance timeAndChance() {
    return new TimeAndChance(this::now, nanos::get, this::sleep, () -> 0.5);
  }

  Instant now() {
    return NOON.plusNanos(nanos.get());
  }

  void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  private void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pass(duration);
  }
}
