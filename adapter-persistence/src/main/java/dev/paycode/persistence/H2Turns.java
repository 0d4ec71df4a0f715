package dev.paycode.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
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

  private final ConnectionPoolDataSource file;
  private final H2Entrance entrance;
  private final LongSupplier nanoTime;
  private final Executor nextLook;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition turnEnded = lock.newCondition();
  private final Deque<PooledConnection> idle = new ArrayDeque<>();
  private int busy;
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
    this.file = file;
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
    PooledConnection session = session(end);
    try {
      return lent(session);
    } catch (SQLException brokenDown) {
      // then all are, and the file is closed already
      closeIdle();
      return lent(session(end));
    }
  }

  private Connection lent(PooledConnection session) throws SQLException {
    try {
      Connection connection = session.getConnection();
      busy++;
      return connection;
    } catch (SQLException broken) {
      session.close();
      throw broken;
    }
  }

  private PooledConnection session(long end)
      throws SQLException, IOException, InterruptedException {
    if (!idle.isEmpty()) {
      return idle.pop();
    }
    return busy > 0 ? opened() : firstOfTurn(end);
  }

  private PooledConnection firstOfTurn(long end)
      throws SQLException, IOException, InterruptedException {
    PooledConnection first = entrance.passed(end, this::opened);
    begin = nanoTime.getAsLong();
    long number = ++turn;
    nextLook.execute(() -> look(number));
    return first;
  }

  private PooledConnection opened() throws SQLException {
    PooledConnection session = file.getPooledConnection();
    session.addConnectionEventListener(
        new ConnectionEventListener() {
          @Override
          public void connectionClosed(ConnectionEvent event) {
            takeBack(session);
          }

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {
            // H2 tells of none
          }
        });
    return session;
  }

  private void takeBack(PooledConnection session) {
    lock.lock();
    try {
      busy--;
      idle.push(session);
      lastUse = nanoTime.getAsLong();
      if (busy == 0 && (isEnding || isClosed)) {
        endTurn();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends this turn, if it is time and no other has begun. */
  private void look(long number) {
    boolean isOver = false;
    if (lock.tryLock()) {
      try {
        isOver = isOver(number);
      } finally {
        lock.unlock();
      }
    }
    if (!isOver) {
      nextLook.execute(() -> look(number));
    }
  }

  private boolean isOver(long number) {
    if (number == turn && isOpen()) {
      isEnding = isEnding || isPast(begin, LONGEST_TURN) || entrance.isSomebodyWaiting();
      if (busy == 0 && (isEnding || isPast(lastUse, IDLE))) {
        endTurn();
      }
    }
    return number != turn || !isOpen();
  }

  private boolean isPast(long since, Duration length) {
    return nanoTime.getAsLong() - since >= length.toNanos();
  }

  private boolean isOpen() {
    return busy > 0 || !idle.isEmpty();
  }

  /** With its last connection H2 closes the file. */
  private void endTurn() {
    closeIdle();
    isEnding = false;
    turnEnded.signalAll();
  }

  private void closeIdle() {
    while (!idle.isEmpty()) {
      try {
        idle.pop().close();
      } catch (SQLException leftBehind) {
        // all that was committed is in the file already
      }
    }
  }

  /** Closes the file, now or with the last connection that is in use. */
  @Override
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      if (busy == 0) {
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
