package dev.paycode.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Exchanges that get no answer: their connections stay open, without a thread, until there are too
 * many or the sandbox is closed.
 */
final class HeldExchanges implements AutoCloseable {

  static final int MOST = 32;

  private final Deque<HttpExchange> oldestFirst = new ArrayDeque<>();

  /** Keeps this exchange open, and ends the oldest one if there are too many. */
  synchronized void hold(HttpExchange exchange) {
    oldestFirst.add(exchange);
    if (oldestFirst.size() > MOST) {
      oldestFirst.remove().close();
    }
  }

  @Override
  public synchronized void close() {
    oldestFirst.forEach(HttpExchange::close);
    oldestFirst.clear();
  }
}
