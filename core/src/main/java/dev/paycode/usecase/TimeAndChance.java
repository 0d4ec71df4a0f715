package dev.paycode.usecase;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time and randomness, which the core never takes for itself.
 *
 * <pre>{@code
 * new TimeAndChance(
 *     InstantSource.system(),
 *     System::nanoTime,
 *     duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000),
 *     () -> ThreadLocalRandom.current().nextDouble())
 * }</pre>
 *
 * @param clock the time of day, for the windows of codes
 * @param nanoTime a clock that runs evenly, for deadlines: it may not jump
 * @param sleeper how to wait
 * @param random numbers in [0, 1), for jitter
 */
public record TimeAndChance(
    InstantSource clock, LongSupplier nanoTime, Sleeper sleeper, DoubleSupplier random) {

  /** Refuses null. */
  public TimeAndChance {
    requireNonNull(clock, "clock");
    requireNonNull(nanoTime, "nanoTime");
    requireNonNull(sleeper, "sleeper");
    requireNonNull(random, "random");
  }

  /** How to wait. */
  @FunctionalInterface
  public interface Sleeper {

    /**
     * Waits about as long as that; waking early is allowed.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;
  }

  /** A time that never jumps, good only for comparing with others of its kind. */
  Instant tick() {
    return Instant.EPOCH.plusNanos(nanoTime.getAsLong());
  }

  /**
   * Waits until {@link #tick()} reaches {@code due}.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void sleepUntil(Instant due) throws InterruptedException {
    for (Instant now = tick(); now.isBefore(due); now = tick()) {
      sleeper.sleep(Duration.between(now, due));
    }
  }
}
