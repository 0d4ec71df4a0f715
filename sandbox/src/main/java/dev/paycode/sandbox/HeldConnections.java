package dev.paycode.sandbox;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Connections that get no answer: they stay open until the client has enough, there are too many,
 * or the sandbox is closed.
 */
final class HeldConnections {

  static final int MOST = 32;

  private final Deque<Connection> oldestFirst = new ArrayDeque<>();

  /**
   * Keeps this connection open, and ends the oldest one if there are too many.
   *
   * @throws IOException when it ends
   */
  void hold(Connection connection) throws IOException {
    Optional<Connection> surplus = add(connection);
    if (surplus.isPresent()) {
      surplus.get().cut();
    }
    try {
      connection.awaitEnd();
    } finally {
      remove(connection);
    }
  }

  private synchronized Optional<Connection> add(Connection connection) {
    oldestFirst.add(connection);
    return oldestFirst.size() > MOST ? Optional.of(oldestFirst.remove()) : Optional.empty();
  }

  private synchronized void remove(Connection connection) {
    oldestFirst.remove(connection);
  }
}
