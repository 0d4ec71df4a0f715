package dev.paycode.persistence;

import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The making of the first connection, which is tried again, in a thread of its own, for whoever
 * asks for it after the last try has failed. Safe for use by many threads.
 */
final class RedisLinking {

  /** Nobody is helped by trying more often. */
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final Supplier<RedisLink> connect;
  private final LongSupplier nanoTime;
  private CompletableFuture<RedisLink> lastTry;
  private long lastBegin;
  private boolean isClosed;

  /** A making whose first try begins now. */
  RedisLinking(Supplier<RedisLink> connect, LongSupplier nanoTime) {
    this.connect = connect;
    this.nanoTime = nanoTime;
    this.lastTry = begun();
  }

  private CompletableFuture<RedisLink> begun() {
    lastBegin = nanoTime.getAsLong();
    return CompletableFuture.supplyAsync(connect, RedisLinking::run);
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "paycode-redis-connect");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized CompletableFuture<RedisLink> current() {
    if (!isClosed
        && lastTry.isCompletedExceptionally()
        && nanoTime.getAsLong() - lastBegin > BETWEEN_TRIES.toNanos()) {
      lastTry = begun();
    }
    return lastTry;
  }

  /**
   * The connection.
   *
   * @param longest how long it may take from now
   * @throws RedisException if there is none by then, or it cannot be made
   */
  RedisLink within(Duration longest) {
    try {
      return current().get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException notYet) {
      throw new RedisConnectionException("There is no connection yet");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RedisException reason
          ? reason
          : new RedisException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RedisCommandInterruptedException(interrupted);
    }
  }

  /** Closes the connection, now or as soon as it is made, and has none made after that. */
  synchronized void close() {
    isClosed = true;
    CompletableFuture<Void> unused = lastTry.thenAccept(made -> made.connection().close());
  }
}
