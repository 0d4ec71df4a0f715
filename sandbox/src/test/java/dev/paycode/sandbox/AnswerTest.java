package dev.paycode.sandbox;

import static dev.paycode.sandbox.Fixture.code;
import static dev.paycode.sandbox.Fixture.isBelieved;
import static dev.paycode.sandbox.Fixture.send;
import static dev.paycode.sandbox.TestRequest.anyRequest;
import static dev.paycode.sandbox.TestRequest.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paycode.code.PaymentCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers over the wire, read by a client that shares no code with the sandbox. */
class AnswerTest {

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(Fixture.options());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void codes_come_in_the_shape_of_the_protocol() throws Exception {
    HttpResponse<String> answer = send(sandbox, anyRequest());
    assertThat(answer.body())
        .matches(
            "\\{\"result\":\\{\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\","
                + "\"resultMessage\":\"[^\"]+\"\\},\"paymentCodeInfoList\":\\["
                + "\\{\"paymentCode\":\"28100602[0-9]{16}\","
                + "\"codeValidityStartTime\":\"2024-06-01T12:00:00\\+08:00\","
                + "\"codeExpiryTime\":\"2024-06-01T12:01:00\\+08:00\"\\},"
                + "\\{\"paymentCode\":\"28100602[0-9]{16}\","
                + "\"codeValidityStartTime\":\"2024-06-01T12:00:30\\+08:00\","
                + "\"codeExpiryTime\":\"2024-06-01T12:01:30\\+08:00\"\\}\\]\\}");
  }

  @Test
  void headers_come_in_the_shape_of_the_protocol() throws Exception {
    HttpResponse<String> answer = send(sandbox, anyRequest());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("application/json; charset=UTF-8");
    assertThat(answer.headers().allValues("Client-Id")).containsExactly(Wallet.CLIENT_ID);
    assertThat(answer.headers().allValues("Response-Time"))
        .containsExactly("2024-06-01T12:00:00+08:00");
    assertThat(answer.headers().allValues("Signature"))
        .singleElement()
        .asString()
        .matches("algorithm=RSA256,keyVersion=1,signature=[A-Za-z0-9%]+");
  }

  @Test
  void one_code_comes_where_no_quantity_is_asked_for() throws Exception {
    HttpResponse<String> answer =
        send(sandbox, asking("{\"customerId\":\"c\",\"env\":{\"deviceTokenId\":\"d\"}}"));
    assertThat(Fixture.json(answer).at("/paymentCodeInfoList").size()).isEqualTo(1);
  }

  @Test
  void the_ledger_holds_the_codes_that_came() throws Exception {
    HttpResponse<String> answer = send(sandbox, TestRequest.askingFor("ledger"));
    assertThat(sandbox.issued())
        .filteredOn(line -> line.customer().value().equals("ledger"))
        .allSatisfy(line -> assertThat(line.at()).isEqualTo(Fixture.NOW))
        .extracting(line -> line.code().code())
        .containsExactlyElementsOf(
            Fixture.json(answer).at("/paymentCodeInfoList").values().stream()
                .map(info -> PaymentCode.parse(info.at("/paymentCode").stringValue()))
                .toList());
  }

  static Stream<Arguments> requests() {
    TestRequest right = anyRequest();
    return Stream.of(
        arguments("SUCCESS", right),
        arguments("NO_INTERFACE_DEF", right.to("/aps/api/v1/codes/other")),
        arguments("NO_INTERFACE_DEF", right.to("/")),
        arguments("METHOD_NOT_SUPPORTED", right.withMethod("GET")),
        arguments("METHOD_NOT_SUPPORTED", right.withMethod("DELETE")),
        arguments("MEDIA_TYPE_NOT_ACCEPTABLE", right.with("Content-Type", "text/plain")),
        arguments("INVALID_CLIENT", right.without("Client-Id")),
        arguments("INVALID_CLIENT", right.with("Client-Id", "SOMEBODY_ELSE")),
        arguments("INVALID_CLIENT", right.with("Client-Id", "not an id")),
        arguments("INVALID_SIGNATURE", right.without("Signature")),
        arguments("INVALID_SIGNATURE", right.withBody("{}")),
        arguments("PARAM_ILLEGAL", right.without("Request-Time")),
        arguments("PARAM_ILLEGAL", asking("{}")),
        arguments("PARAM_ILLEGAL", asking(" ".repeat(65_537))),
        arguments("PARAM_ILLEGAL", TestRequest.askingFor("sandbox-UNSIGEND")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("requests")
  void every_result_is_signed_for_the_path_and_client_that_called(
      String expected, TestRequest request) throws Exception {
    HttpResponse<String> answer = send(sandbox, request);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(code(answer)).isEqualTo(expected);
    assertThat(isBelieved(answer)).isTrue();
  }

  @Test
  void a_client_with_the_wrong_id_can_believe_that_it_has_the_wrong_id() throws Exception {
    HttpResponse<String> answer = send(sandbox, anyRequest().with("Client-Id", "SOMEBODY_ELSE"));
    assertThat(answer.headers().firstValue("Client-Id")).contains("SOMEBODY_ELSE");
  }

  @Test
  void a_body_of_65536_bytes_is_still_read() throws Exception {
    String body = anyRequest().body();
    HttpResponse<String> answer = send(sandbox, asking(body + " ".repeat(65_536 - body.length())));
    assertThat(code(answer)).isEqualTo("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void a_call_with_nothing_in_it_is_answered_and_its_connection_stays_usable(String method)
      throws IOException {
    String answers = exchange(bare(method, "keep-alive") + bare("GET", "close"));
    assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    assertThat(answers.split("METHOD_NOT_SUPPORTED", -1)).hasSize(method.equals("HEAD") ? 2 : 3);
  }

  private static String bare(String method, String connection) {
    return method
        + " "
        + Wallet.PATH
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: "
        + connection
        + "\r\n\r\n";
  }

  /** Everything that comes back over one connection until the sandbox closes it. */
  private static String exchange(String calls) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.uri().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(calls.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
