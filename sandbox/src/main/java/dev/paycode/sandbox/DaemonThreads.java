package dev.paycode.sandbox;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that keep no JVM alive: as many as there is work, up to a bound. */
final class DaemonThreads implements Executor, AutoCloseable {

  static final int MOST = 512;

  private static final long LONGEST_REST_SECONDS = 10;
  private static final long LONGEST_GOODBYE_SECONDS = 5;

  private final ExecutorService threads;

  DaemonThreads(String name) {
    AtomicInteger count = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST,
            LONGEST_REST_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * @throws java.util.concurrent.RejectedExecutionException if all are at work, or closed
   */
  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /** Ends the threads and waits until their work has ended, for some seconds at most. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopWaiting) {
      Thread.currentThread().interrupt();
    }
  }
}
