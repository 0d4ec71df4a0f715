package dev.paycode.sandbox;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few threads that keep no JVM alive. */
final class DaemonThreads implements Executor, AutoCloseable {

  private static final int THREADS = 8;
  private static final long LONGEST_GOODBYE_SECONDS = 5;

  private final ExecutorService threads;

  DaemonThreads(String name) {
    AtomicInteger count = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

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
