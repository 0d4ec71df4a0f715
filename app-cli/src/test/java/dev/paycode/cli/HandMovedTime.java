package dev.paycode.cli;

import dev.paycode.usecase.TimeAndChance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Time that passes only while somebody sleeps, and then at once. */
final class HandMovedTime implements InstantSource {

  static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");

  private volatile Instant now = NOON;
  private volatile Consumer<Instant> afterSleep = instant -> {};

  @Override
  public Instant instant() {
    return now;
  }

  /** What happens each time somebody has slept; it may interrupt the sleeper. */
  void afterSleep(Consumer<Instant> action) {
    afterSleep = action;
  }

  /** Lets time pass although nobody sleeps. */
  void pass(Duration duration) {
    now = now.plus(duration);
  }

  TimeAndChance asTimeAndChance() {
    return new TimeAndChance(
        this, () -> Duration.between(NOON, now).toNanos(), this::sleep, () -> 0.5);
  }

  private void sleep(Duration pause) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    now = now.plus(pause);
    afterSleep.accept(now);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
