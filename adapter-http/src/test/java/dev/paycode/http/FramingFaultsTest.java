package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.gatewayAt;
import static dev.paycode.http.Handled.AGAIN;
import static dev.paycode.http.Handled.NEVER;
import static dev.paycode.http.Handled.ONCE;
import static dev.paycode.http.Handled.facing;
import static dev.paycode.http.Handled.facingUnlikeHttp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults in where an answer begins and ends. */
class FramingFaultsTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\n";
  private static final HttpReply SUCCESS = HttpReply.signed(Fixtures.SUCCESS);

  @Fault
  void row_17_a_body_cut_short_of_its_length_is_no_result(Random random) throws Exception {
    byte[] cut = SUCCESS.upTo(random.nextInt(SUCCESS.body().length));

    facing(
            connection -> {
              connection.send(cut);
              connection.finish();
            })
        .gaveUp(AGAIN, Cause.CONNECTION_LOST);
  }

  @Fault
  void row_18_a_body_cut_short_without_a_length_does_not_verify(Random random) throws Exception {
    byte[] cut = SUCCESS.without("Content-Length").upTo(random.nextInt(SUCCESS.body().length));

    facing(
            connection -> {
              connection.send(cut);
              connection.finish();
            })
        .gaveUp(ONCE, Cause.SIGNATURE_WRONG);
  }

  @Fault
  void row_19_a_body_that_ends_within_a_chunk_is_no_result(Random random) throws Exception {
    byte[] chunked = SUCCESS.chunked(1 + random.nextInt(100));
    // the body's own length back from the end is still within the body
    byte[] cut = Arrays.copyOf(chunked, chunked.length - 8 - random.nextInt(SUCCESS.body().length));

    facing(
            connection -> {
              connection.send(cut);
              connection.finish();
            })
        .gaveUp(AGAIN, Cause.CONNECTION_LOST);
  }

  @Fault({"ff\r\n{}", "xyz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n"})
  void row_19_a_chunk_without_a_size_is_no_result(String chunks) throws Exception {
    facing(
            connection -> {
              connection.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
              connection.finish();
            })
        .gaveUp(AGAIN, Cause.CONNECTION_LOST);
  }

  @Fault
  void row_20_a_body_that_says_it_is_too_large_is_not_read() throws Exception {
    facing(
            connection -> {
              connection.send(HEAD + "Content-Length: 65537\r\n\r\n");
              connection.stall();
            })
        .gaveUp(NEVER, Cause.BODY_TOO_LARGE);
  }

  @Fault
  void row_20_a_body_without_end_is_not_read_to_it() throws Exception {
    facing(
            connection -> {
              connection.send(HEAD + "\r\n");
              connection.sendForever(" ".repeat(1000));
            })
        .gaveUp(NEVER, Cause.BODY_TOO_LARGE);
  }

  @Fault
  void row_20_chunks_without_end_are_not_read_to_it() throws Exception {
    facing(
            connection -> {
              connection.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
              connection.sendForever("3e8\r\n" + " ".repeat(1000) + "\r\n");
            })
        .gaveUp(NEVER, Cause.BODY_TOO_LARGE);
  }

  @Fault
  void row_20_a_body_of_64_kib_is_the_longest() throws Exception {
    String padding = " ".repeat(64 * 1024 - Fixtures.SUCCESS.length());

    facing(HttpReply.signed(Fixtures.SUCCESS + padding)).obtained(2);
    facing(HttpReply.signed(Fixtures.SUCCESS + padding + " ")).gaveUp(NEVER, Cause.BODY_TOO_LARGE);
  }

  @Fault
  void row_21_two_lengths_are_one_too_many() throws Exception {
    facing(SUCCESS.with("Content-Length", "7")).gaveUp(ONCE, Cause.HEADER_REPEATED);
  }

  @Fault
  void row_21_a_length_and_chunks_contradict_each_other() throws Exception {
    facing(SUCCESS.with("Transfer-Encoding", "chunked")).gaveUp(ONCE, Cause.BODY_MALFORMED);
  }

  @Fault({"0x10", "99999999999999999999", "7, 7"})
  void row_21_a_length_that_is_no_number_is_not_guessed(String length) throws Exception {
    facingUnlikeHttp(
            connection -> connection.send(SUCCESS.replacing("Content-Length", length).bytes()))
        .gaveUp(ONCE, Cause.NOT_HTTP);
  }

  @Fault({"-5", "+7"})
  void row_21_a_length_with_a_sign_is_not_guessed(String length) throws Exception {
    facing(SUCCESS.replacing("Content-Length", length)).gaveUp(ONCE, Cause.BODY_MALFORMED);
  }

  @Fault({"gzip", "br", "identity, gzip", "x"})
  void row_23_an_encoding_not_asked_for_is_refused(String encoding) throws Exception {
    facing(SUCCESS.with("Content-Encoding", encoding)).gaveUp(NEVER, Cause.BODY_ENCODED);
  }

  @Fault({"identity", "Identity"})
  void row_23_identity_is_no_encoding(String encoding) throws Exception {
    facing(SUCCESS.with("Content-Encoding", encoding)).obtained(2);
  }

  @Fault({"100", "102", "103"})
  void row_24_an_interim_answer_is_ignored(String status) throws Exception {
    facing(
            connection -> {
              connection.send("HTTP/1.1 " + status + " Wait\r\n\r\n");
              connection.send(SUCCESS.bytes());
            })
        .obtained(2);
  }

  @Fault
  void row_24_interim_answers_without_end_are_no_answer() throws Exception {
    facingUnlikeHttp(connection -> connection.sendForever("HTTP/1.1 102 Wait\r\n\r\n"))
        .gaveUp(ONCE, Cause.NOT_HTTP);
  }

  @Fault
  void row_24_another_protocol_is_no_answer() throws Exception {
    facing(
            connection ->
                connection.send(
                    "HTTP/1.1 101 Switch\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"))
        .gaveUp(ONCE, Cause.NOT_HTTP);
  }

  @Fault({
    "220 mail.example ESMTP\r\n\r\n",
    "HTTP/1.1 abc OK\r\n\r\n",
    "\u0016\u0003\u0001\r\n\r\n"
  })
  void row_25_garbage_is_no_answer(String garbage) throws Exception {
    facing(
            connection -> {
              connection.send(garbage);
              connection.finish();
            })
        .gaveUp(ONCE, Cause.NOT_HTTP);
  }

  @Fault
  void row_25_headers_without_end_are_no_answer() throws Exception {
    facingUnlikeHttp(
            connection -> {
              connection.send(HEAD);
              connection.sendForever("X: " + "y".repeat(1000) + "\r\n");
            })
        .gaveUp(ONCE, Cause.NOT_HTTP);
  }

  @Fault
  void row_26_an_idle_connection_that_the_server_has_closed_costs_no_attempt() throws Exception {
    try (ScriptedGateway server = ScriptedGateway.answering(SUCCESS)) {
      HttpCodeGateway gateway = kept(server);
      Handled.by(gateway, LONG).obtained(2);
      server.hangUp();
      assertThat(server.allHungUp()).succeedsWithin(LONG);

      Handled handled = Handled.by(gateway, LONG);
      Reply last = handled.replies().get(handled.replies().size() - 1);
      assertThat(last.codeCount()).isEqualTo(2);
      // the client may not have heard yet that the connection is closed
      assertThat(handled.replies().subList(0, handled.replies().size() - 1))
          .isSubsetOf(new Reply.NoResult(Cause.CONNECTION_LOST));
    }
  }

  @Fault
  void row_26_a_connection_closed_as_the_request_arrives_leaves_it_unknown() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (ScriptedGateway server =
        ScriptedGateway.playing(
            connection -> {
              if (requests.incrementAndGet() == 2) {
                connection.finish();
              } else {
                connection.send(SUCCESS.bytes());
              }
            })) {
      HttpCodeGateway gateway = kept(server);
      Handled.by(gateway, LONG).obtained(2);

      Handled raced = Handled.by(gateway, LONG);
      assertThat(raced.replies().get(0)).isEqualTo(new Reply.NoResult(Cause.CONNECTION_LOST));
      assertThat(raced.replies()).hasSize(2);
      assertThat(raced.replies().get(1).codeCount()).isEqualTo(2);
    }
  }

  private static HttpCodeGateway kept(ScriptedGateway server) {
    return gatewayAt(server.address()).connectionReuse(ConnectionReuse.ALWAYS).build();
  }
}
