package dev.paycode.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** Where requests arrive and are never answered. */
final class DeafGateway implements AutoCloseable {

  private final ServerSocket server;
  private final CompletableFuture<Socket> arrival;

  private DeafGateway(ServerSocket server, CompletableFuture<Socket> arrival) {
    this.server = server;
    this.arrival = arrival;
  }

  /**
   * A gateway on a free port.
   *
   * @param onRequest what happens once a request has begun to arrive
   */
  static DeafGateway doing(Runnable onRequest) throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    return new DeafGateway(
        server, CompletableFuture.supplyAsync(() -> firstRequest(server, onRequest)));
  }

  private static Socket firstRequest(ServerSocket server, Runnable onRequest) {
    try {
      Socket connection = server.accept();
      connection.getInputStream().read();
      onRequest.run();
      return connection;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String uri() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    arrival.join().close();
  }
}
