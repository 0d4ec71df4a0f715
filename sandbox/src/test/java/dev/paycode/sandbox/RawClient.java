package dev.paycode.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A client that sends and receives bytes, whatever they are. */
final class RawClient implements AutoCloseable {

  private static final int LONGEST_SILENCE_MILLIS = 20_000;

  private final Socket socket;

  private RawClient(Socket socket) {
    this.socket = socket;
  }

  static RawClient of(Sandbox sandbox) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.uri().getPort());
    socket.setSoTimeout(LONGEST_SILENCE_MILLIS);
    return new RawClient(socket);
  }

  /** Everything that comes back over one connection until the sandbox ends it. */
  static String answers(Sandbox sandbox, String requests) throws IOException {
    try (RawClient client = of(sandbox)) {
      client.send(requests);
      return client.everything();
    }
  }

  void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(UTF_8));
  }

  String everything() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  /** What comes up to this text, and the text. */
  String upTo(String end) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder all = new StringBuilder();
    while (all.indexOf(end, Math.max(0, all.length() - end.length())) < 0) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("the end comes after: " + all);
      }
      all.append((char) octet);
    }
    return all.toString();
  }

  /** The rest of what comes, not kept, and how long it is. */
  long restLength() throws IOException {
    return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
