package dev.paycode.sandbox;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * One client's connection: what is spoken, and the bare socket below it for those who cut it. For
 * use by one thread; anybody may end it.
 */
final class Connection implements Closeable {

  private static final int NEVER = 0;

  private final Socket bare;
  private final Socket spoken;
  private final InputStream in;

  private Connection(Socket bare, Socket spoken) throws IOException {
    this.bare = bare;
    this.spoken = spoken;
    this.in = new BufferedInputStream(spoken.getInputStream());
  }

  /**
   * @param bare the socket, which is not delayed by waiting for acknowledgements any more
   * @param spoken the same, or the TLS over it
   */
  static Connection over(Socket bare, Socket spoken) throws IOException {
    bare.setTcpNoDelay(true);
    return new Connection(bare, spoken);
  }

  InputStream in() {
    return in;
  }

  /** Sends the bytes, in one piece if the network lets them. */
  void write(byte[] bytes) throws IOException {
    spoken.getOutputStream().write(bytes);
    spoken.getOutputStream().flush();
  }

  /**
   * Waits that long, at most as long as the client stays.
   *
   * @throws IOException if the client or the sandbox ends the connection meanwhile
   */
  void pause(Duration pause) throws IOException {
    spoken.setSoTimeout(Math.toIntExact(Math.max(1, pause.toMillis())));
    try {
      requireMore();
    } catch (SocketTimeoutException over) {
      spoken.setSoTimeout(NEVER);
    }
  }

  /** Waits until the client or the sandbox ends the connection. */
  void awaitEnd() throws IOException {
    in.skipNBytes(Long.MAX_VALUE);
  }

  private void requireMore() throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      throw new IOException("the client has gone");
    }
    in.reset();
  }

  /** Ends it by TCP's reset: the client's next read fails. */
  void reset() throws IOException {
    bare.setSoLinger(true, 0);
    bare.close();
  }

  /** Ends it without the farewell of TLS, as somebody on the way would. */
  void cut() throws IOException {
    bare.close();
  }

  boolean isOpen() {
    return !bare.isClosed();
  }

  @Override
  public void close() throws IOException {
    spoken.close();
  }
}
