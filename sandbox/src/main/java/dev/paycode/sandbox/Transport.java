package dev.paycode.sandbox;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** How bytes go over a socket: as they are, or by TLS. */
interface Transport {

  /** The scheme of addresses, such as {@code https}. */
  String scheme();

  /**
   * The connection over the socket; by TLS, once a session has come about.
   *
   * @throws IOException if none comes about
   */
  Connection over(Socket socket) throws IOException;

  /** Bytes as they are. */
  static Transport plain() {
    return new Transport() {
      @Override
      public String scheme() {
        return "http";
      }

      @Override
      public Connection over(Socket socket) throws IOException {
        return Connection.over(socket, socket);
      }
    };
  }

  /** Bytes by TLS; the sandbox asks no client for a certificate. */
  static Transport tls(SandboxTls tls) {
    SSLSocketFactory sockets = tls.context().getSocketFactory();
    return new Transport() {
      @Override
      public String scheme() {
        return "https";
      }

      @Override
      public Connection over(Socket socket) throws IOException {
        SSLSocket spoken =
            (SSLSocket) sockets.createSocket(socket, "127.0.0.1", socket.getPort(), true);
        spoken.setUseClientMode(false);
        if (!tls.protocol().isEmpty()) {
          spoken.setEnabledProtocols(new String[] {tls.protocol()});
        }
        spoken.startHandshake();
        return Connection.over(socket, spoken);
      }
    };
  }
}
