package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.SHORT;
import static dev.paycode.http.Fixtures.entry;
import static dev.paycode.http.Fixtures.replyTo;
import static dev.paycode.http.Fixtures.send;
import static dev.paycode.http.Fixtures.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFaultsTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\n";

  /** The first exchange of a process takes longer than a short timeout. */
  @BeforeAll
  static void warmUp() throws Exception {
    replyTo(HttpReply.signed(Fixtures.SUCCESS));
  }

  private static Reply noResult(Cause cause) {
    return new Reply.NoResult(cause);
  }

  private static GatewayAddress at(ServerSocket server) {
    return GatewayAddress.parse("http://127.0.0.1:" + server.getLocalPort());
  }

  @Test
  void row_1_nobody_listens() throws Exception {
    ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    closed.close();

    assertThat(send(at(closed), LONG)).isEqualTo(noResult(Cause.CONNECTION_REFUSED));
  }

  @Test
  void row_2_the_name_has_no_address() throws Exception {
    assertThat(send(Fixtures.foreign("https://nohost.invalid"), Duration.ofSeconds(30)))
        .isEqualTo(noResult(Cause.NAME_NOT_RESOLVED));
  }

  @Test
  void row_3_nobody_accepts() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> backlog = fill(full);
      Reply ownTimeout =
          Fixtures.gatewayAt(at(full))
              .connectTimeout(SHORT)
              .build()
              .prepare(Fixtures.anyRequest())
              .send(LONG);
      Reply attemptTimeout = send(at(full), SHORT);
      for (Socket socket : backlog) {
        socket.close();
      }

      assertThat(ownTimeout).isEqualTo(noResult(Cause.CONNECT_TIMED_OUT));
      assertThat(attemptTimeout).isEqualTo(noResult(Cause.CONNECT_TIMED_OUT));
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

  @Test
  void row_4_the_tls_handshake_stalls() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      GatewayAddress address = GatewayAddress.parse("https://127.0.0.1:" + silent.getLocalPort());
      Reply ownTimeout =
          Fixtures.gatewayAt(address)
              .connectTimeout(SHORT)
              .build()
              .prepare(Fixtures.anyRequest())
              .send(LONG);
      Reply attemptTimeout = send(address, SHORT);

      assertThat(ownTimeout).isEqualTo(noResult(Cause.CONNECT_TIMED_OUT));
      assertThat(attemptTimeout).isEqualTo(noResult(Cause.CONNECT_TIMED_OUT));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void row_10_a_tls_handshake_that_is_cut_is_worth_another_try(boolean orderly) throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread hangsUp = new Thread(() -> hangUpOnEverybody(rude, orderly));
      hangsUp.setDaemon(true);
      hangsUp.start();
      HttpCodeGateway gateway =
          Fixtures.gatewayAt(GatewayAddress.parse("https://127.0.0.1:" + rude.getLocalPort()))
              .build();
      Set<Reply> replies = new HashSet<>();
      // the HTTP client has several ways to say so, and which one it takes is a race
      for (int attempt = 0; attempt < 50; attempt++) {
        replies.add(gateway.prepare(Fixtures.anyRequest()).send(LONG));
      }

      assertThat(replies)
          .isSubsetOf(noResult(Cause.CONNECTION_REFUSED), noResult(Cause.CONNECTION_LOST));
    }
  }

  private static void hangUpOnEverybody(ServerSocket server, boolean orderly) {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setSoLinger(!orderly, 0);
        socket.close();
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Test
  void row_11_the_connection_ends_after_the_request() throws Exception {
    assertThat(replyTo(ScriptedGateway.Connection::finish, LONG))
        .isEqualTo(noResult(Cause.CONNECTION_LOST));
  }

  @Test
  void row_11_the_connection_breaks_after_the_request() throws Exception {
    assertThat(replyTo(ScriptedGateway.Connection::reset, LONG))
        .isEqualTo(noResult(Cause.CONNECTION_LOST));
  }

  @Test
  void row_13_no_answer_comes() throws Exception {
    assertThat(replyTo(ScriptedGateway.Connection::stall, SHORT))
        .isEqualTo(noResult(Cause.TIMED_OUT));
  }

  @Test
  void row_14_the_headers_drip() throws Exception {
    assertThat(
            replyTo(
                connection -> {
                  connection.send(HEAD);
                  connection.drip("X: y\r\n");
                },
                SHORT))
        .isEqualTo(noResult(Cause.TIMED_OUT));
  }

  @Test
  void row_15_the_body_stalls() throws Exception {
    assertHangsUp(
        connection -> {
          connection.send(HEAD + "Content-Length: 100\r\n\r\n{");
          connection.stall();
        },
        SHORT,
        Cause.TIMED_OUT);
  }

  @Test
  void row_15_the_body_drips() throws Exception {
    assertHangsUp(
        connection -> {
          connection.send(HEAD + "Content-Length: 60000\r\n\r\n{");
          connection.drip(" ");
        },
        SHORT,
        Cause.TIMED_OUT);
  }

  private static void assertHangsUp(ScriptedGateway.Script script, Duration timeout, Cause cause)
      throws Exception {
    try (ScriptedGateway server = ScriptedGateway.playing(script)) {
      assertThat(send(server.address(), timeout)).isEqualTo(noResult(cause));
      assertThat(server.hungUp()).succeedsWithin(LONG);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void row_17_the_body_is_cut_short() throws Exception {
    assertThat(
            replyTo(
                connection -> {
                  connection.send(HEAD + "Content-Length: 100\r\n\r\n{\"result\"");
                  connection.finish();
                },
                LONG))
        .isEqualTo(noResult(Cause.CONNECTION_LOST));
  }

  @Test
  void row_18_a_body_cut_short_without_notice_does_not_verify() throws Exception {
    HttpReply success = HttpReply.signed(Fixtures.SUCCESS).without("Content-Length");
    byte[] whole = success.bytes();
    Reply reply =
        replyTo(
            connection -> {
              connection.send(Arrays.copyOf(whole, whole.length - 20));
              connection.finish();
            },
            LONG);

    assertThat(reply).isEqualTo(new Reply.NoResult(Cause.SIGNATURE_WRONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff\r\n{}", "xyz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n"})
  void row_19_a_chunk_is_cut_short_or_of_no_size(String chunks) throws Exception {
    assertThat(
            replyTo(
                connection -> {
                  connection.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
                  connection.finish();
                },
                LONG))
        .isEqualTo(noResult(Cause.CONNECTION_LOST));
  }

  @Test
  void row_20_the_body_says_it_is_too_large() throws Exception {
    assertHangsUp(
        connection -> {
          connection.send(HEAD + "Content-Length: 65537\r\n\r\n");
          connection.stall();
        },
        LONG,
        Cause.BODY_TOO_LARGE);
  }

  @Test
  void row_20_the_body_has_no_end() throws Exception {
    try (ScriptedGateway server =
        ScriptedGateway.playing(
            connection -> {
              connection.send(HEAD + "\r\n");
              connection.sendForever(" ".repeat(1000));
            })) {
      assertThat(send(server.address(), LONG)).isEqualTo(noResult(Cause.BODY_TOO_LARGE));
      assertThat(server.hungUp()).succeedsWithin(LONG);
    }
  }

  @Test
  void row_20_the_chunks_have_no_end() throws Exception {
    try (ScriptedGateway server =
        ScriptedGateway.playing(
            connection -> {
              connection.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
              connection.sendForever("3e8\r\n" + " ".repeat(1000) + "\r\n");
            })) {
      assertThat(send(server.address(), LONG)).isEqualTo(noResult(Cause.BODY_TOO_LARGE));
      assertThat(server.hungUp()).succeedsWithin(LONG);
    }
  }

  @Test
  void row_20_a_body_of_64_kib_is_not_too_large() throws Exception {
    String padding = " ".repeat(64 * 1024 - Fixtures.SUCCESS.length());

    assertThat(replyTo(HttpReply.signed(Fixtures.SUCCESS + padding)).codeCount()).isEqualTo(2);
    assertThat(replyTo(HttpReply.signed(Fixtures.SUCCESS + padding + " ")))
        .isEqualTo(noResult(Cause.BODY_TOO_LARGE));
  }

  @Test
  void row_21_two_lengths() throws Exception {
    assertThat(replyTo(HttpReply.signed(Fixtures.SUCCESS).with("Content-Length", "7")))
        .isEqualTo(noResult(Cause.HEADER_REPEATED));
  }

  @Test
  void row_21_a_length_and_chunks() throws Exception {
    assertThat(replyTo(HttpReply.signed(Fixtures.SUCCESS).with("Transfer-Encoding", "chunked")))
        .isEqualTo(noResult(Cause.BODY_MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "0x10", "99999999999999999999"})
  void row_21_a_length_that_is_none(String length) throws Exception {
    Reply reply = replyTo(HttpReply.signed(Fixtures.SUCCESS).replacing("Content-Length", length));

    assertThat(reply)
        .isIn(
            noResult(Cause.BODY_MALFORMED),
            noResult(Cause.NOT_HTTP),
            noResult(Cause.CONNECTION_LOST));
  }

  @Test
  void row_22_what_follows_an_answer_is_no_answer_to_another_call() throws Exception {
    HttpReply own = HttpReply.signed(success(entry(Fixtures.FIRST_CODE)));
    HttpReply foreign = HttpReply.signed(success(entry(Fixtures.SECOND_CODE)));
    try (ScriptedGateway server =
        ScriptedGateway.playing(
            connection -> {
              connection.send(own.bytes());
              connection.send(foreign.bytes());
            })) {
      HttpCodeGateway gateway = Fixtures.gatewayAt(server.address()).build();
      Set<Reply> replies = new HashSet<>();
      for (int call = 0; call < 100; call++) {
        replies.add(gateway.prepare(Fixtures.anyRequest()).send(LONG));
      }

      assertThat(replies).containsExactly(Fixtures.reader().read(own.raw(), Fixtures.NOW));
      assertThat(server.connections()).isEqualTo(100);
    }
  }

  @Test
  void row_22_nor_does_an_empty_answer_leave_its_connection_open() throws Exception {
    try (ScriptedGateway server =
        ScriptedGateway.playing(
            connection -> {
              connection.send(HEAD + "Content-Length: 0\r\n\r\n");
              connection.stall();
            })) {
      assertThat(send(server.address(), LONG)).isEqualTo(noResult(Cause.SIGNATURE_MISSING));
      assertThat(server.hungUp()).succeedsWithin(LONG);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 102, 103})
  void row_24_an_interim_answer_is_ignored(int status) throws Exception {
    Reply reply =
        replyTo(
            connection -> {
              connection.send("HTTP/1.1 " + status + " Wait\r\n\r\n");
              connection.send(HttpReply.signed(Fixtures.SUCCESS).bytes());
            },
            LONG);

    assertThat(reply.codeCount()).isEqualTo(2);
  }

  @Test
  void row_24_interim_answers_without_end() throws Exception {
    assertThat(replyTo(connection -> connection.sendForever("HTTP/1.1 102 Wait\r\n\r\n"), LONG))
        .isEqualTo(noResult(Cause.NOT_HTTP));
  }

  @Test
  void row_24_another_protocol_is_offered() throws Exception {
    assertThat(
            replyTo(
                connection ->
                    connection.send(
                        "HTTP/1.1 101 Switch\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"),
                LONG))
        .isEqualTo(noResult(Cause.NOT_HTTP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 mail.example ESMTP\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "\u0016\u0003\u0001\r\n\r\n"
      })
  void row_25_garbage_instead_of_a_status_line(String garbage) throws Exception {
    assertThat(
            replyTo(
                connection -> {
                  connection.send(garbage);
                  connection.finish();
                },
                LONG))
        .isEqualTo(noResult(Cause.NOT_HTTP));
  }

  @Test
  void row_25_headers_without_end() throws Exception {
    assertThat(
            replyTo(
                connection -> {
                  connection.send(HEAD);
                  connection.sendForever("X: " + "y".repeat(1000) + "\r\n");
                },
                LONG))
        .isEqualTo(noResult(Cause.NOT_HTTP));
  }

  @Test
  void an_attempt_without_time_is_not_made() throws Exception {
    assertThat(replyTo(ScriptedGateway.Connection::stall, Duration.ZERO))
        .isEqualTo(noResult(Cause.CONNECT_TIMED_OUT));
  }
}
