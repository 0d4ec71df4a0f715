package dev.paycode.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Takes connections on the loopback address, each on a thread of its own, until it is closed. */
final class Listener implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /** As many as may wait to be taken; the system may hold fewer. */
  private static final int BACKLOG = 1_000;

  private static final long REST_NANOS = 10_000_000;

  private final ServerSocket server;
  private final Transport transport;
  private final DaemonThreads threads = new DaemonThreads("paycode-sandbox");
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Listener(ServerSocket server, Transport transport) {
    this.server = server;
    this.transport = transport;
  }

  /**
   * A listener on this port that takes no connection yet.
   *
   * @throws IOException if the port cannot be used
   */
  static Listener on(int port, Transport transport) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.bind(
          new InetSocketAddress(InetAddress.getByAddress("localhost", LOOPBACK), port), BACKLOG);
      return new Listener(server, transport);
    } catch (IOException unusable) {
      server.close();
      throw unusable;
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** Takes connections from now on. */
  void start(Consumer<Connection> conversation) {
    threads.execute(() -> acceptAll(conversation));
  }

  private void acceptAll(Consumer<Connection> conversation) {
    while (!server.isClosed()) {
      try {
        talk(server.accept(), conversation);
      } catch (IOException closedOrGone) {
        // Closed, a client that left before it was taken, or, until others end, no descriptor left.
        LockSupport.parkNanos(REST_NANOS);
      }
    }
  }

  private void talk(Socket socket, Consumer<Connection> conversation) throws IOException {
    open.add(socket);
    try {
      threads.execute(() -> talkOver(socket, conversation));
    } catch (RejectedExecutionException tooMany) {
      end(socket);
    }
  }

  private void talkOver(Socket socket, Consumer<Connection> conversation) {
    try {
      conversation.accept(transport.over(socket));
    } catch (IOException noSession) {
      // The client knows better than we do why it did not want one.
    } finally {
      end(socket);
    }
  }

  private void end(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException gone) {
      // As it should be.
    }
  }

  /** Frees the port, ends every connection and thread. A second call does nothing. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException unlikely) {
      // It is no longer listened to all the same.
    }
    Set.copyOf(open).forEach(this::end);
    threads.close();
    Set.copyOf(open).forEach(this::end);
  }
}
