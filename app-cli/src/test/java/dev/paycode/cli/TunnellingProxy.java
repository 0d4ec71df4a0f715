package dev.paycode.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens every tunnel it is asked for, to this machine. */
final class TunnellingProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private TunnellingProxy() throws IOException {
    daemon(this::accept);
  }

  static TunnellingProxy start() throws IOException {
    return new TunnellingProxy();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "tunnelling-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        sockets.add(client);
        daemon(() -> serve(client));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket client) {
    try {
      String head = head(client.getInputStream());
      if (head.isEmpty()) {
        return;
      }
      heads.add(head);
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
      int port = Integer.parseInt(head.replaceFirst("(?s)CONNECT [^:]+:(\\d+) .*", "$1"));
      Socket gateway = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(gateway);
      daemon(() -> carry(gateway, client));
      carry(client, gateway);
    } catch (IOException broken) {
      // the client sees it, too
    }
  }

  /** Nothing where somebody only looked whether it is there. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      // the other direction ends as well
    }
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** The head of what was asked first. */
  String asked() {
    return heads.get(0);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
