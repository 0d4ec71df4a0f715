package dev.paycode.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a loopback port of its own that answers every request by playing a script. */
final class ScriptedGateway implements AutoCloseable {

  /** What to do with a request. */
  @FunctionalInterface
  interface Script {
    void play(Connection connection) throws IOException;
  }

  private static final Pattern CONTENT_LENGTH =
      Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");

  private final ServerSocket server;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<byte[]> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> hungUp = new CompletableFuture<>();
  private final List<CompletableFuture<Void>> ends = new CopyOnWriteArrayList<>();

  private ScriptedGateway(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
    daemon(this::accept);
  }

  static ScriptedGateway playing(Script script) throws IOException {
    return playing(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
  }

  static ScriptedGateway playing(ServerSocket server, Script script) {
    return new ScriptedGateway(server, script);
  }

  static ScriptedGateway answering(HttpReply reply) throws IOException {
    return playing(connection -> connection.send(reply.bytes()));
  }

  /** One that accepts connections and reads on, but makes nothing of it. */
  static ScriptedGateway deaf() throws IOException {
    return playing(connection -> connection.stall());
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "scripted-gateway");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        sockets.add(socket);
        CompletableFuture<Void> end = new CompletableFuture<>();
        ends.add(end);
        daemon(() -> serve(socket, end));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket, CompletableFuture<Void> end) {
    try (socket) {
      for (byte[] request = read(socket); request.length > 0; request = read(socket)) {
        requests.add(request);
        script.play(new Connection(socket));
      }
      hungUp.complete(null);
    } catch (IOException broken) {
      hungUp.complete(null);
    } finally {
      end.complete(null);
    }
  }

  private static byte[] read(Socket socket) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    while (!isComplete(request.toString(StandardCharsets.ISO_8859_1))) {
      int next = in.read();
      if (next < 0) {
        return new byte[0];
      }
      request.write(next);
    }
    return request.toByteArray();
  }

  private static boolean isComplete(String request) {
    int headEnd = request.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      return false;
    }
    Matcher length = CONTENT_LENGTH.matcher(request);
    int expected = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return request.length() >= headEnd + 4 + expected;
  }

  int port() {
    return server.getLocalPort();
  }

  GatewayAddress address() {
    return GatewayAddress.parse("http://127.0.0.1:" + port());
  }

  int connections() {
    return connections.get();
  }

  List<byte[]> requests() {
    return requests;
  }

  /** Done once a client has closed its connection. */
  CompletableFuture<Void> hungUp() {
    return hungUp;
  }

  /** Done once all connections made so far are closed. */
  CompletableFuture<Void> allHungUp() {
    return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
  }

  /** Closes all connections and takes new ones. */
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** The connection on which a request came. */
  static final class Connection {

    private static final int PACE_MILLIS = 10;

    private final Socket socket;

    Connection(Socket socket) {
      this.socket = socket;
    }

    void send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says the text again and again until the client hangs up. */
    void sendForever(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      while (true) {
        send(bytes);
      }
    }

    /** Says the text again and again, slowly, until the client hangs up. */
    void drip(String text) throws IOException {
      socket.setSoTimeout(PACE_MILLIS);
      while (!clientIsGone()) {
        send(text);
      }
    }

    private boolean clientIsGone() throws IOException {
      try {
        return socket.getInputStream().read() < 0;
      } catch (SocketTimeoutException stillThere) {
        return false;
      }
    }

    /** Says nothing more until the client hangs up. */
    void stall() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        // whatever the client says
      }
    }

    void finish() throws IOException {
      socket.close();
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
