package dev.paycode.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;

/**
 * Connections to a database in a file that only one process can have open. A turn begins with the
 * first connection, and ends as soon as no connection is in use and either another process waits,
 * or nobody has asked for a connection for a while, or it has lasted long. Safe for use by many
 * threads.
 */
final class H2Turns implements AutoCloseable {

  /** How long a file that nobody else wants is kept open for the next step. */
  static final Duration IDLE = Duration.ofMillis(200);

  /** How long a turn may last though nobody waits: a broken database heals by being opened anew. */
  static final Duration LONGEST_TURN = Duration.ofSeconds(2);

  /** How long a turn may last, at least, before it is given up for somebody who waits. */
  static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** Whoever has one connection and asks for another would wait for itself. */
  private static final Duration LONGEST_COURTESY = Duration.ofMillis(500);

  private final H2Entrance entrance;
  private final LongSupplier nanoTime;
  private final Executor nextLook;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition turnEnded = lock.newCondition();
  private final H2Sessions sessions;
  private long turn;
  private long begin;
  private long lastUse;
  private boolean isEnding;
  private boolean isClosed;

  /**
   * The connections to this file.
   *
   * @param entrance where processes wait for it
   * @param nextLook runs what it is given when {@link #BETWEEN_LOOKS} has passed
   */
  H2Turns(
      ConnectionPoolDataSource file,
      H2Entrance entrance,
      LongSupplier nanoTime,
      Executor nextLook) {
    this.sessions = new H2Sessions(file, this::takeBack);
    this.entrance = entrance;
    this.nanoTime = nanoTime;
    this.nextLook = nextLook;
  }

  /**
   * A connection, in this turn or in the next.
   *
   * @throws SQLException with the state 90020 if others have the file for 5 seconds
   */
  Connection connection() throws SQLException {
    long end = nanoTime.getAsLong() + LONGEST_WAIT.toNanos();
    try {
      if (!lock.tryLock() && !lock.tryLock(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw H2Entrance.inUse("Another thread has waited for the file for " + LONGEST_WAIT);
      }
      try {
        return connection(end);
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw H2Entrance.inUse("Interrupted while waiting for the file");
    } catch (IOException noLine) {
      throw new SQLException("One cannot wait for the file", "90028", noLine);
    }
  }

  private Connection connection(long end) throws SQLException, IOException, InterruptedException {
    long courtesy = LONGEST_COURTESY.toNanos();
    while (isEnding && courtesy > 0) {
      courtesy = turnEnded.awaitNanos(courtesy);
    }
    if (isClosed) {
      throw new SQLException("The file was closed", "08003");
    }
    return sessions.lent(() -> firstOfTurn(end));
  }

  /** Looks come first: a file that is open is one that somebody looks after. */
  private PooledConnection firstOfTurn(long end)
      throws SQLException, IOException, InterruptedException {
    long number = ++turn;
    nextLook.execute(() -> look(number));
    PooledConnection first = entrance.passed(end, sessions::begun);
    begin = nanoTime.getAsLong();
    return first;
  }

  private void takeBack(PooledConnection session) {
    lock.lock();
    try {
      sessions.takeBack(session);
      lastUse = nanoTime.getAsLong();
      if (!sessions.areInUse() && (isEnding || isClosed)) {
        endTurn();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Looks after this turn until it is over, whatever happens. */
  private void look(long number) {
    boolean isOver = false;
    try {
      isOver = isOver(number);
    } finally {
      if (!isOver) {
        nextLook.execute(() -> look(number));
      }
    }
  }

  /** Whether this turn is over, which it is now if it is time; another look tells if in doubt. */
  private boolean isOver(long number) {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      if (number == turn && sessions.areOpen()) {
        endIfItIsTime();
      }
      return number != turn || !sessions.areOpen();
    } finally {
      lock.unlock();
    }
  }

  private void endIfItIsTime() {
    isEnding = isEnding || isPast(begin, LONGEST_TURN) || entrance.isSomebodyWaiting();
    if (!sessions.areInUse() && (isEnding || isPast(lastUse, IDLE))) {
      endTurn();
    }
  }

  private boolean isPast(long since, Duration length) {
    return nanoTime.getAsLong() - since >= length.toNanos();
  }

  /** With its last session H2 closes the file. */
  private void endTurn() {
    sessions.end();
    isEnding = false;
    turnEnded.signalAll();
  }

  /** Closes the file, now or with the last connection that is in use. */
  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      if (!sessions.areInUse()) {
        endTurn();
      }
      entrance.close();
    } catch (IOException closedEnough) {
      // its lock is gone with it
    } finally {
      lock.unlock();
    }
  }
}
