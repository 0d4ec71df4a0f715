package dev.paycode.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that answers every CONNECT with the same status, and opens the tunnel if it is 200. */
final class ScriptedProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String answer;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  private ScriptedProxy(String answer) throws IOException {
    this.answer = answer;
    daemon(this::accept);
  }

  /** One whose answer has this status, and these headers if any. */
  static ScriptedProxy answering(String status, String... headers) throws IOException {
    return new ScriptedProxy(
        "HTTP/1.1 "
            + String.join("\r\n", status + " Whatever", String.join("\r\n", headers))
            + "\r\n\r\n");
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "scripted-proxy");
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
      requests.add(head);
      client.getOutputStream().write(answer.getBytes(ISO_8859_1));
      if (answer.startsWith("HTTP/1.1 200")) {
        tunnel(client, Integer.parseInt(head.replaceFirst("(?s)CONNECT [^:]+:(\\d+) .*", "$1")));
      }
    } catch (IOException broken) {
      // the client sees it, too
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private void tunnel(Socket client, int port) throws IOException {
    Socket gateway = new Socket(InetAddress.getLoopbackAddress(), port);
    sockets.add(gateway);
    daemon(() -> carry(gateway, client));
    carry(client, gateway);
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      // the other direction ends as well
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  /** The heads of what was asked of the proxy. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
