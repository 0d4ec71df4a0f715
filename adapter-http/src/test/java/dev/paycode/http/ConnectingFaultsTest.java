package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.SHORT;
import static dev.paycode.http.Fixtures.gatewayAt;
import static dev.paycode.http.Handled.AGAIN;
import static dev.paycode.http.Handled.ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** Faults before the request could leave. */
class ConnectingFaultsTest {

  @BeforeAll
  static void warmUp() throws Exception {
    Fixtures.warmUp();
  }

  private static ServerSocket listening(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  private static GatewayAddress at(String scheme, ServerSocket server) {
    return GatewayAddress.parse(scheme + "://127.0.0.1:" + server.getLocalPort());
  }

  @Fault({"http", "https"})
  void row_1_a_refused_connection_is_not_sent_and_tried_again(String scheme) throws Exception {
    ServerSocket closed = listening(1);
    closed.close();

    Handled.by(gatewayAt(at(scheme, closed)).build(), LONG).gaveUp(AGAIN, Cause.CONNECTION_REFUSED);
  }

  @Fault
  void row_2_a_name_without_address_is_not_sent_and_tried_once_more() throws Exception {
    GatewayAddress nowhere = Fixtures.foreign("https://nohost.invalid");

    Handled.by(gatewayAt(nowhere).build(), Duration.ofSeconds(30))
        .gaveUp(ONCE, Cause.NAME_NOT_RESOLVED);
  }

  @Fault({"connect timeout", "attempt timeout"})
  void row_3_a_connection_nobody_accepts_ends_in_time_and_is_tried_again(String which)
      throws Exception {
    try (ServerSocket full = listening(1)) {
      List<Socket> backlog = fill(full);
      Handled handled = ended(which, at("http", full));
      for (Socket socket : backlog) {
        socket.close();
      }

      handled.gaveUp(AGAIN, Cause.CONNECT_TIMED_OUT);
    }
  }

  private static List<Socket> fill(ServerSocket server) throws Exception {
    List<Socket> backlog = new ArrayList<>();
    try {
      while (true) {
        Socket socket = new Socket();
        backlog.add(socket);
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 100);
      }
    } catch (SocketTimeoutException full) {
      return backlog;
    }
  }

  private static Handled ended(String which, GatewayAddress address) throws InterruptedException {
    return which.equals("connect timeout")
        ? Handled.by(gatewayAt(address).connectTimeout(SHORT).build(), LONG)
        : Handled.by(gatewayAt(address).build(), SHORT);
  }

  @Fault({"connect timeout", "attempt timeout"})
  void row_4_a_stalling_tls_handshake_ends_in_time_and_is_tried_again(String which)
      throws Exception {
    try (ScriptedGateway silent = ScriptedGateway.deaf()) {
      GatewayAddress address = GatewayAddress.parse("https://127.0.0.1:" + silent.port());

      ended(which, address).gaveUp(AGAIN, Cause.CONNECT_TIMED_OUT);
      assertThat(silent.allHungUp()).succeedsWithin(LONG);
    }
  }

  @Fault({"https FIN", "https RST", "http FIN", "http RST"})
  void row_10_a_connection_that_ends_before_the_request_is_tried_again(String how)
      throws Exception {
    try (ServerSocket rude = listening(50)) {
      Thread server = new Thread(() -> hangUpOnEverybody(rude, how.endsWith("RST")));
      server.setDaemon(true);
      server.start();
      HttpCodeGateway gateway = gatewayAt(at(how.substring(0, how.indexOf(' ')), rude)).build();
      // the HTTP client has several ways to say so, and which one it takes is a race
      for (int call = 0; call < 10; call++) {
        Handled.by(gateway, LONG)
            .gaveUpForOneOf(AGAIN, Cause.CONNECTION_REFUSED, Cause.CONNECTION_LOST);
      }
    }
  }

  private static void hangUpOnEverybody(ServerSocket server, boolean rudely) {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setSoLinger(rudely, 0);
        socket.close();
      }
    } catch (IOException closed) {
      // the test is over
    }
  }
}
