package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.SHORT;
import static dev.paycode.http.Fixtures.entry;
import static dev.paycode.http.Fixtures.gatewayAt;
import static dev.paycode.http.Fixtures.success;
import static dev.paycode.http.Handled.AGAIN;
import static dev.paycode.http.Handled.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;

/** What happens where the gateway speaks HTTP/2. */
class Http2FaultsTest {

  private static final HttpReply SUCCESS = HttpReply.signed(Fixtures.SUCCESS);

  private static TestCa ca;

  @BeforeAll
  static void makeIssuer() throws Exception {
    ca = TestCa.create();
  }

  private static Http2Gateway playing(Http2Gateway.Script script) throws Exception {
    return Http2Gateway.playing(ca.leaf(), script);
  }

  private static HttpCodeGatewayBuilder at(int port) throws Exception {
    return gatewayAt(GatewayAddress.parse("https://localhost:" + port)).trusting(ca.issuers());
  }

  @Fault
  void row_27_all_calls_share_one_connection() throws Exception {
    try (Http2Gateway server = playing(stream -> stream.answer(SUCCESS))) {
      HttpCodeGateway gateway = at(server.port()).build();
      Handled.by(gateway, LONG).obtained(2);

      assertThat(Together.each(8, () -> gateway.prepare(Fixtures.anyRequest()).send(LONG), 25))
          .containsExactly(Fixtures.reader().read(SUCCESS.raw(), Fixtures.NOW));
      assertThat(server.protocols()).containsExactly("h2");
    }
  }

  /** Which HTTP/1.1 could not: the last request is answered first. */
  @Fault
  void row_22_over_http_2_no_answer_reaches_another_call_in_whatever_order_they_come()
      throws Exception {
    int calls = 8;
    List<Http2Gateway.Stream> waiting = new ArrayList<>();
    try (Http2Gateway server =
        playing(
            stream -> {
              waiting.add(0, stream);
              if (waiting.size() % calls == 1) {
                answerAll(waiting);
              }
            })) {
      HttpCodeGateway gateway = at(server.port()).build();
      // the first alone finds out that the gateway speaks HTTP/2; the rest wait for each other
      assertThat(codeFor(gateway, 0)).isEqualTo(codeOf(0));
      ExecutorService executor = Executors.newFixedThreadPool(calls);
      List<CompletableFuture<String>> codes =
          IntStream.rangeClosed(1, calls)
              .mapToObj(
                  customer ->
                      CompletableFuture.supplyAsync(() -> codeFor(gateway, customer), executor))
              .toList();

      for (int customer = 1; customer <= calls; customer++) {
        assertThat(codes.get(customer - 1)).succeedsWithin(LONG).isEqualTo(codeOf(customer));
      }
      executor.shutdownNow();
      assertThat(server.protocols()).containsExactly("h2");
    }
  }

  private static void answerAll(List<Http2Gateway.Stream> waiting) {
    waiting.forEach(
        stream -> {
          String customer = stream.request().replaceFirst(".*\"customerId\":\"c(\\d+)\".*", "$1");
          stream.answer(HttpReply.signed(success(entry(codeOf(Integer.parseInt(customer))))));
        });
  }

  private static String codeOf(int customer) {
    return "28100602000000000000000" + customer;
  }

  private static String codeFor(HttpCodeGateway gateway, int customer) {
    CodeRequest request =
        CodeRequest.of(CustomerId.parse("c" + customer), DeviceEnvironment.of("device-0001"));
    try {
      Reply.Answer answer = (Reply.Answer) gateway.prepare(request).send(LONG);
      return answer.codes().get(0).code().reveal();
    } catch (InterruptedException unwanted) {
      throw new IllegalStateException(unwanted);
    }
  }

  @Fault
  void row_27_after_a_goaway_the_next_call_has_another_connection() throws Exception {
    try (Http2Gateway server =
        playing(
            stream -> {
              stream.goAway();
              stream.answer(SUCCESS);
            })) {
      HttpCodeGateway gateway = at(server.port()).build();

      for (int call = 0; call < 3; call++) {
        Reply reply = gateway.prepare(Fixtures.anyRequest()).send(LONG);
        assertThat(reply.codeCount()).isIn(0, 2);
        assertThat(reply.codeCount() == 2 || reply.equals(lost())).isTrue();
      }
      assertThat(server.protocols()).hasSizeGreaterThan(1).containsOnly("h2");
    }
  }

  private static Reply lost() {
    return new Reply.NoResult(Cause.CONNECTION_LOST);
  }

  @Fault
  void row_27_a_stream_that_is_reset_is_unknown_and_tried_again() throws Exception {
    try (Http2Gateway server = playing(Http2Gateway.Stream::reset)) {
      Handled.by(at(server.port()).build(), LONG).gaveUp(AGAIN, Cause.CONNECTION_LOST);
      assertThat(server.requests()).hasSize(AGAIN);
    }
  }

  @Fault
  void row_11_an_http_2_connection_that_ends_after_the_request_leaves_it_unknown()
      throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (Http2Gateway server =
        playing(
            stream -> {
              if (requests.getAndIncrement() == 0) {
                stream.answer(SUCCESS);
              } else {
                stream.cutConnection();
              }
            })) {
      HttpCodeGateway gateway = at(server.port()).build();
      Handled.by(gateway, LONG).obtained(2);

      Handled.by(gateway, LONG).gaveUp(AGAIN, Cause.CONNECTION_LOST);
      assertThat(server.protocols()).hasSize(AGAIN);
    }
  }

  @Fault({"HTTP_2_ONLY", "ALWAYS"})
  void row_12_an_http_2_connection_gone_without_a_word_is_not_used_for_the_next_attempt(
      String reuse) throws Exception {
    try (Http2Gateway server = playing(stream -> stream.answer(SUCCESS));
        TcpProxy cable = TcpProxy.to(server.port())) {
      HttpCodeGateway gateway =
          at(cable.port()).connectionReuse(ConnectionReuse.valueOf(reuse)).build();
      Handled.by(gateway, LONG).obtained(2);
      cable.unplugThoseThatAre();

      Handled handled = Handled.by(gateway, SHORT);
      assertThat(handled.replies().get(0)).isEqualTo(new Reply.NoResult(Cause.TIMED_OUT));
      assertThat(handled.replies().get(1).codeCount()).isEqualTo(2);
      assertThat(server.protocols()).hasSize(2);
    }
  }

  @Fault
  void row_13_no_answer_over_http_2_is_unknown_at_the_deadline() throws Exception {
    try (Http2Gateway server = playing(stream -> {})) {
      HttpCodeGateway gateway = at(server.port()).build();

      // on a slow machine an attempt may end before its TLS session stands
      Handled.by(gateway, SHORT).gaveUpForOneOf(AGAIN, Cause.TIMED_OUT, Cause.CONNECT_TIMED_OUT);
    }
  }

  @Fault({"X", "Content-Length"})
  void row_20_a_body_over_http_2_is_no_longer_than_64_kib_either(String header) throws Exception {
    HttpReply huge = HttpReply.signed(Fixtures.SUCCESS + " ".repeat(64 * 1024));
    HttpReply framed =
        huge.without("Content-Length").with(header, Integer.toString(huge.body().length));
    try (Http2Gateway server = playing(stream -> stream.answer(framed))) {
      Handled.by(at(server.port()).build(), LONG).gaveUp(NEVER, Cause.BODY_TOO_LARGE);
    }
  }

  @Fault
  void row_27_a_gateway_gone_back_to_http_1_1_is_not_read_where_calls_shared_http_2()
      throws Exception {
    try (Http2Gateway modern = playing(stream -> stream.answer(SUCCESS));
        ScriptedGateway old =
            ScriptedGateway.playing(
                ca.leaf().serverSocket(), connection -> connection.send(SUCCESS.bytes()));
        TcpProxy cable = TcpProxy.to(modern.port())) {
      HttpCodeGateway gateway = at(cable.port()).build();
      Handled.by(gateway, LONG).obtained(2);
      cable.leadTo(old.port());

      Handled handled = Handled.by(gateway, LONG);
      int attempts = handled.replies().size();
      // a request that leaves as the connection ends may be forgotten by the HTTP client
      assertThat(handled.replies().subList(0, attempts - 1))
          .isNotEmpty()
          .isSubsetOf(lost(), new Reply.NoResult(Cause.TIMED_OUT));
      assertThat(handled.replies().get(attempts - 1).codeCount()).isEqualTo(2);
      Handled.by(gateway, LONG).obtained(2);
    }
  }

  @Fault
  void row_27_one_connection_per_call_offers_no_http_2() throws Exception {
    try (Http2Gateway server = playing(stream -> stream.answer(SUCCESS))) {
      Handled.by(at(server.port()).connectionReuse(ConnectionReuse.NEVER).build(), LONG)
          .gaveUp(AGAIN, Cause.CONNECTION_LOST);
      assertThat(server.protocols()).hasSize(AGAIN).containsOnly("http/1.1");
    }
  }
}
