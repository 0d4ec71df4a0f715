package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.SHORT;
import static dev.paycode.http.Fixtures.gatewayAt;
import static dev.paycode.http.Handled.AGAIN;
import static dev.paycode.http.Handled.facing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;

/** Faults after the request may have arrived: its fate is unknown, and it is sent again. */
class BrokenExchangeFaultsTest {

  /** Java reads it for every connection. */
  private static final String SEND_BUFFER = "jdk.httpclient.sendBufferSize";

  private static final String HEAD = "HTTP/1.1 200 OK\r\n";

  @BeforeAll
  static void warmUp() throws Exception {
    Fixtures.warmUp();
  }

  @Fault({"FIN", "RST"})
  void row_11_a_connection_that_ends_after_the_request_leaves_it_unknown(String how)
      throws Exception {
    facing(
            how.equals("FIN")
                ? ScriptedGateway.Connection::finish
                : ScriptedGateway.Connection::reset)
        .gaveUp(AGAIN, Cause.CONNECTION_LOST);
  }

  @Fault
  void row_12_a_peer_gone_without_a_word_leaves_it_unknown_at_the_deadline() throws Exception {
    try (ScriptedGateway server = ScriptedGateway.answering(HttpReply.signed(Fixtures.SUCCESS));
        TcpProxy cable = TcpProxy.to(server.port())) {
      HttpCodeGateway gateway = gatewayAt(cable.address()).build();
      Handled.by(gateway, LONG).obtained(2);
      cable.unplug();

      Handled.by(gateway, SHORT).gaveUp(AGAIN, Cause.TIMED_OUT);
      assertThat(cable.allHungUp()).succeedsWithin(LONG);
    }
  }

  @Fault
  void row_13_no_answer_leaves_it_unknown_at_the_deadline() throws Exception {
    facing(ScriptedGateway.Connection::stall, SHORT).gaveUp(AGAIN, Cause.TIMED_OUT);
  }

  @Fault
  void row_14_dripping_headers_leave_it_unknown_at_the_deadline() throws Exception {
    facing(
            connection -> {
              connection.send(HEAD);
              connection.drip("X: y\r\n");
            },
            SHORT)
        .gaveUp(AGAIN, Cause.TIMED_OUT);
  }

  @Fault({"Content-Length: 60000", "Transfer-Encoding: chunked", "X: until the end"})
  void row_15_a_stalling_body_leaves_it_unknown_at_the_deadline(String framing, Random random)
      throws Exception {
    byte[] begun = begun(framing, random);

    facing(
            connection -> {
              connection.send(begun);
              connection.stall();
            },
            SHORT)
        .gaveUp(AGAIN, Cause.TIMED_OUT);
  }

  @Fault({"Content-Length: 60000", "Transfer-Encoding: chunked", "X: until the end"})
  void row_15_a_dripping_body_leaves_it_unknown_at_the_deadline(String framing, Random random)
      throws Exception {
    byte[] begun = begun(framing, random);

    facing(
            connection -> {
              connection.send(begun);
              connection.drip(framing.contains("chunked") ? "1\r\n \r\n" : " ");
            },
            SHORT)
        .gaveUp(AGAIN, Cause.TIMED_OUT);
  }

  /** The head of a signed answer and some or none of its body. */
  private static byte[] begun(String framing, Random random) {
    String name = framing.substring(0, framing.indexOf(':'));
    HttpReply answer =
        HttpReply.signed(Fixtures.SUCCESS)
            .without("Content-Length")
            .with(name, framing.substring(name.length() + 2));
    return framing.contains("chunked")
        ? answer.upToChunk(random.nextInt(3), 1 + random.nextInt(20))
        : answer.upTo(random.nextInt(answer.body().length));
  }

  @Fault
  void row_16_a_request_that_nobody_reads_is_unknown_at_the_deadline() throws Exception {
    try (ServerSocket server = withSmallWindow()) {
      Handled.by(gatewayAt(at(server)).build(), SHORT).gaveUp(AGAIN, Cause.TIMED_OUT);

      assertThat(arrivedAt(server, AGAIN)).allMatch(request -> request.endsWith("}"));
    }
  }

  /** More than the windows of both sides take in: the client is stopped in the middle. */
  @Fault
  void row_16_an_upload_that_stalls_is_unknown_at_the_deadline() throws Exception {
    System.setProperty(SEND_BUFFER, "1");
    try (ServerSocket server = withSmallWindow()) {
      HttpCodeGatewayBuilder gateway = gatewayAt(at(server));
      IntStream.range(0, 40).forEach(number -> gateway.header("X-" + number, "x".repeat(4000)));

      Handled.by(gateway.build(), SHORT).gaveUp(AGAIN, Cause.TIMED_OUT);
      assertThat(arrivedAt(server, AGAIN))
          .allMatch(request -> request.startsWith("POST ") && request.length() < 100_000);
    } finally {
      System.clearProperty(SEND_BUFFER);
    }
  }

  private static ServerSocket withSmallWindow() throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReceiveBufferSize(1);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return server;
  }

  private static GatewayAddress at(ServerSocket server) {
    return GatewayAddress.parse("http://127.0.0.1:" + server.getLocalPort());
  }

  /** What came over the first connections to their end. */
  private static List<String> arrivedAt(ServerSocket server, int connections) throws IOException {
    List<String> arrived = new ArrayList<>();
    while (arrived.size() < connections) {
      arrived.add(arrivedAt(server.accept()));
    }
    return arrived;
  }

  /** What the client sent before it closed its connection. */
  private static String arrivedAt(Socket connection) throws IOException {
    try (connection) {
      connection.setSoTimeout((int) LONG.toMillis());
      return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
