package dev.paycode.benchmarks;

import dev.paycode.usecase.TimeAndChance;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Time that passes only while everybody waits, so that minutes take milliseconds and every run is
 * the same. Tasks have threads of their own, because the ports block, but one runs at a time: it
 * hands the turn to whoever is due next when it waits or ends.
 */
final class VirtualTime {

  private static final long SEED = 20240601;

  /**
   * Whose turn comes when.
   *
   * @param due the time of the turn
   * @param number puts those that are due at once into the order in which they came
   * @param turn is released when it is there
   */
  private record Turn(Instant due, long number, Semaphore turn) {}

  private final PriorityQueue<Turn> turns =
      new PriorityQueue<>(Comparator.comparing(Turn::due).thenComparing(Turn::number));
  private final Random random = new Random(SEED);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Instant now;
  private long number;

  VirtualTime(Instant start) {
    now = start;
  }

  Instant now() {
    return now;
  }

  /** This time, and chance that is the same in every run. */
  TimeAndChance timeAndChance() {
    return new TimeAndChance(
        this::now,
        () -> Duration.between(Instant.EPOCH, now).toNanos(),
        this::sleep,
        random::nextDouble);
  }

  /** Begins a task as soon as it is its turn, or when the first of all tasks is {@link #run}. */
  void begin(Runnable task) {
    Semaphore turn = enqueue(now);
    threads.execute(
        () -> {
          turn.acquireUninterruptibly();
          try {
            task.run();
          } finally {
            passOn();
          }
        });
  }

  /** Runs all tasks to their ends, and those that they begin; once. */
  void run() throws InterruptedException {
    passOn();
    ended.await();
    threads.shutdown();
  }

  /** Waits that long; for tasks. */
  void sleep(Duration duration) {
    Semaphore turn = enqueue(now.plus(duration));
    passOn();
    turn.acquireUninterruptibly();
  }

  private Semaphore enqueue(Instant due) {
    Semaphore turn = new Semaphore(0);
    turns.add(new Turn(due, number++, turn));
    return turn;
  }

  private void passOn() {
    Turn next = turns.poll();
    if (next == null) {
      ended.countDown();
      return;
    }
    now = next.due();
    next.turn().release();
  }
}
