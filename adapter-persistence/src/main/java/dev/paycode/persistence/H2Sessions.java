package dev.paycode.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;

/**
 * The sessions of this process with a database in a file: with the first of them H2 opens the file,
 * and with the last it closes it. For use by one thread at a time.
 */
final class H2Sessions {

  private final ConnectionPoolDataSource file;
  private final Consumer<PooledConnection> returned;
  private final Deque<PooledConnection> idle = new ArrayDeque<>();
  private int busy;

  /** How the session begins with which the file is opened. */
  @FunctionalInterface
  interface First {

    PooledConnection begun() throws SQLException, IOException, InterruptedException;
  }

  /**
   * No sessions yet.
   *
   * @param returned is told by the thread that closes a connection, and is to see that the session
   *     is {@linkplain #takeBack taken back}
   */
  H2Sessions(ConnectionPoolDataSource file, Consumer<PooledConnection> returned) {
    this.file = file;
    this.returned = returned;
  }

  boolean areOpen() {
    return areInUse() || !idle.isEmpty();
  }

  boolean areInUse() {
    return busy > 0;
  }

  /** A connection over a session that is idle, or else over another. */
  Connection lent(First first) throws SQLException, IOException, InterruptedException {
    PooledConnection session = session(first);
    try {
      return lent(session);
    } catch (SQLException brokenDown) {
      // then all are, and the file is closed already
      end();
      return lent(session(first));
    }
  }

  private PooledConnection session(First first)
      throws SQLException, IOException, InterruptedException {
    if (!idle.isEmpty()) {
      return idle.pop();
    }
    return areInUse() ? begun() : first.begun();
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

  /** Another session. */
  PooledConnection begun() throws SQLException {
    PooledConnection session = file.getPooledConnection();
    session.addConnectionEventListener(
        new ConnectionEventListener() {
          @Override
          public void connectionClosed(ConnectionEvent event) {
            returned.accept(session);
          }

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {
            // H2 tells of none
          }
        });
    return session;
  }

  /** Keeps the session, whose connection was closed, for the next who wants one. */
  void takeBack(PooledConnection session) {
    busy--;
    idle.push(session);
  }

  /** Ends those that are idle. */
  void end() {
    while (!idle.isEmpty()) {
      try {
        idle.pop().close();
      } catch (SQLException leftBehind) {
        // all that was committed is in the file already
      }
    }
  }
}
