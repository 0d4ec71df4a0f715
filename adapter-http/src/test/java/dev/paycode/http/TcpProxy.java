package dev.paycode.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cable to a server on this machine that can be unplugged: nobody is told, no byte arrives. */
final class TcpProxy implements AutoCloseable {

  private final ServerSocket entry;
  private volatile int exit;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Void>> ends = new CopyOnWriteArrayList<>();
  private volatile int unpluggedUpTo;

  private TcpProxy(ServerSocket entry, int exit) {
    this.entry = entry;
    this.exit = exit;
    daemon(this::accept);
  }

  static TcpProxy to(int port) throws IOException {
    return new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entry.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), exit);
        sockets.addAll(List.of(client, server));
        CompletableFuture<Void> end = new CompletableFuture<>();
        ends.add(end);
        int number = ends.size();
        daemon(() -> carry(client, server, number, end));
        daemon(() -> carry(server, client, number, new CompletableFuture<>()));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  /** Reads on when unplugged, to see the end. */
  private void carry(Socket from, Socket to, int number, CompletableFuture<Void> end) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (number > unpluggedUpTo) {
          out.write(buffer, 0, read);
        }
      }
      if (number > unpluggedUpTo) {
        to.shutdownOutput();
      }
    } catch (IOException broken) {
      // the end, too
    } finally {
      end.complete(null);
    }
  }

  GatewayAddress address() {
    return GatewayAddress.parse("http://127.0.0.1:" + port());
  }

  int port() {
    return entry.getLocalPort();
  }

  int connections() {
    return ends.size();
  }

  /** Carries no byte more. */
  void unplug() {
    unpluggedUpTo = Integer.MAX_VALUE;
  }

  /** Carries no byte more of the connections made so far. */
  void unplugThoseThatAre() {
    unpluggedUpTo = ends.size();
  }

  /** Leads new connections to another server on this machine, and ends the old ones. */
  void leadTo(int port) throws IOException {
    exit = port;
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** Done once the clients have closed all connections made so far. */
  CompletableFuture<Void> allHungUp() {
    return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
  }

  @Override
  public void close() throws IOException {
    entry.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
