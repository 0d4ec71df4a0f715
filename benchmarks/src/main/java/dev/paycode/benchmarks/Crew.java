package dev.paycode.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Threads that call; each begins the next call when its last has ended, at the earliest. */
final class Crew implements AutoCloseable {

  private static final double NANOS = 1e9;

  private final Caller caller;
  private final int threads;
  private final ExecutorService executor;

  Crew(Caller caller, int threads) {
    this.caller = caller;
    this.threads = threads;
    this.executor = Executors.newFixedThreadPool(threads);
  }

  /**
   * Calls that many times, all threads together.
   *
   * @throws ExecutionException if a call fails
   */
  void call(long times) throws InterruptedException, ExecutionException {
    AtomicLong tickets = new AtomicLong();
    all(
        () -> {
          while (tickets.getAndIncrement() < times) {
            caller.call();
          }
          return times;
        });
  }

  /**
   * Calls as often as possible, at least once, and answers how often that was.
   *
   * @throws ExecutionException if a call fails
   */
  long callFor(Duration duration) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + duration.toNanos();
    return all(
            () -> {
              long calls = 0;
              do {
                caller.call();
                calls++;
              } while (System.nanoTime() < end);
              return calls;
            })
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /**
   * Calls so often, and answers how long each took from when it was due.
   *
   * @throws ExecutionException if a call fails
   */
  Latencies callAtRate(double perSecond, Duration duration)
      throws InterruptedException, ExecutionException {
    Latencies latencies = new Latencies();
    AtomicLong tickets = new AtomicLong();
    long start = System.nanoTime();
    long last = Math.max(1, (long) (perSecond * duration.toNanos() / NANOS));
    all(
        () -> {
          for (long next = tickets.getAndIncrement();
              next < last;
              next = tickets.getAndIncrement()) {
            long due = start + (long) (next * NANOS / perSecond);
            awaitTurn(due);
            caller.call();
            latencies.add(System.nanoTime() - due);
          }
          return last;
        });
    return latencies;
  }

  private static void awaitTurn(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private <T> List<T> all(Callable<T> work) throws InterruptedException, ExecutionException {
    List<Future<T>> running = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      running.add(executor.submit(work));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> each : running) {
      results.add(each.get());
    }
    return results;
  }

  /** Lets the threads go. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
