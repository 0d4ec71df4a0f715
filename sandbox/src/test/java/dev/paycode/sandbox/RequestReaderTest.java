package dev.paycode.sandbox;

import static dev.paycode.sandbox.TestRequest.anyRequest;
import static dev.paycode.sandbox.TestRequest.askingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as bytes: what HTTP/1.1 lets a client send is read, and nothing else. */
class RequestReaderTest {

  private static final String SUCCESS = "\"resultCode\":\"SUCCESS\"";

  private static final String LENGTH = "Content-Length: " + anyRequest().body().length();

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(Fixture.options());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static String answers(String requests) throws IOException {
    return RawClient.answers(sandbox, requests);
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  @Test
  void requests_follow_one_another_over_a_connection_until_the_client_says_so() throws IOException {
    String answers =
        answers(
            askingFor("one").asText("Content-Length: " + askingFor("one").body().length(), "X: y")
                + askingFor("two")
                    .asText(
                        "Content-Length: " + askingFor("one").body().length(), "Connection: close")
                + askingFor("six")
                    .asText("Content-Length: " + askingFor("one").body().length(), "X: y"));

    assertThat(count(answers, SUCCESS)).isEqualTo(2);
    assertThat(sandbox.issued())
        .extracting(line -> line.customer().value())
        .contains("one", "two")
        .doesNotContain("six");
  }

  @Test
  void a_body_may_come_in_chunks() throws IOException {
    TestRequest request = anyRequest();
    String body = request.body();
    String chunks =
        "a \t;name=value\r\n"
            + body.substring(0, 10)
            + "\r\n"
            + Integer.toHexString(body.length() - 10).toUpperCase(Locale.ROOT)
            + "\r\n"
            + body.substring(10)
            + "\r\n0\r\nTrailer: x\r\n\r\n";

    assertThat(answers(request.head("Transfer-Encoding: chunked", "Connection: close") + chunks))
        .contains(SUCCESS);
  }

  @Test
  void a_client_that_waits_with_its_body_is_told_to_send_it() throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      TestRequest request = anyRequest();
      client.send(
          request.head(
              "Content-Length: " + request.body().length(),
              "Expect: 100-continue",
              "Connection: close"));
      assertThat(client.upTo("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      client.send(request.body());
      assertThat(client.everything()).startsWith("HTTP/1.1 200 OK").contains(SUCCESS);
    }
  }

  @Test
  void lines_may_end_without_a_return_and_a_target_may_name_the_host() throws IOException {
    String text = anyRequest().asText(LENGTH, "Connection: close");

    assertThat(answers(text.replace("\r\n", "\n"))).contains(SUCCESS);
    assertThat(answers(text.replace("POST /", "POST http://localhost/"))).contains(SUCCESS);
  }

  @Test
  void a_client_of_http_1_0_is_answered_and_left() throws IOException {
    assertThat(answers(anyRequest().asText(LENGTH, "X: y").replace("HTTP/1.1", "HTTP/1.0")))
        .contains(SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1\r\nContent-Length: 2",
        "Content-Length: 1\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
        "Content-Length: -1",
        "Content-Length: 1e3",
        "Content-Length: 99999999999999",
        "no header at all",
        ": without a name",
        "With blank : x",
        "Transfer-Encoding: chunked\r\n\r\nmany\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1\r\nabc"
      })
  void a_request_whose_end_nobody_knows_is_answered_with_400_and_nothing_after_it_is_read(
      String header) throws IOException {
    String answers =
        answers(
            "POST / HTTP/1.1\r\n"
                + header
                + "\r\n\r\n"
                + anyRequest().asText(LENGTH, "Connection: close"));

    assertThat(answers).startsWith("HTTP/1.1 400 ").contains("\r\nConnection: close\r\n");
    assertThat(count(answers, "HTTP/1.1")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/2\r\n\r\n",
        "GET  / HTTP/1.1\r\n\r\n"
      })
  void what_is_no_request_is_answered_with_400(String bytes) throws IOException {
    assertThat(answers(bytes)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void a_head_without_end_is_not_read_for_ever() throws IOException {
    assertThat(answers("GET / HTTP/1.1\r\nX: " + "x".repeat(200_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void a_client_that_leaves_within_a_request_harms_nobody() throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      client.send(anyRequest().head(LENGTH) + "{");
    }
    assertThat(answers(anyRequest().asText(LENGTH, "Connection: close"))).contains(SUCCESS);
  }
}
