package dev.paycode.sandbox;

import static dev.paycode.sandbox.TestRequest.askingFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the customers of framing and pace get, byte by byte. */
class FramingFaultsTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String END_OF_HEAD = "\r\n\r\n";

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(Fixture.options());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static String request(String script) {
    TestRequest request = askingFor("sandbox-" + script);
    return request.asText("Content-Length: " + request.body().length());
  }

  private static String answers(String script) throws IOException {
    return RawClient.answers(sandbox, request(script));
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
  }

  private static int length(String answer) {
    return Integer.parseInt(answer.replaceAll("(?s).*\r\nContent-Length: ([0-9]+)\r\n.*", "$1"));
  }

  @Test
  void hang_up_ends_without_a_byte() throws IOException {
    assertThat(answers("HANG-UP")).isEmpty();
  }

  @Test
  void reset_fails_the_client_s_read() {
    assertThatThrownBy(() -> answers("RESET"))
        .isInstanceOf(SocketException.class)
        .hasMessage("Connection reset");
  }

  @Test
  void reset_within_body_comes_after_a_head() throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      client.send(request("RESET-WITHIN-BODY"));
      // The reset may overtake what was sent before it, so that all or nothing of it is seen.
      assertThatThrownBy(client::everything).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void hang_up_after_sends_all_that_it_announced() throws IOException {
    String answer = answers("HANG-UP-AFTER");

    assertThat(body(answer)).hasSize(length(answer)).endsWith("}");
    assertThat(answer).doesNotContain("Connection: close");
  }

  @Test
  void truncated_body_sends_half_of_what_it_announced() throws IOException {
    String answer = answers("TRUNCATED-BODY");

    assertThat(body(answer)).hasSize(length(answer) / 2);
  }

  @Test
  void cut_body_announces_no_length() throws IOException {
    String answer = answers("CUT-BODY");

    assertThat(answer).startsWith(OK).doesNotContain("Content-Length", "Transfer-Encoding");
    assertThat(body(answer)).startsWith("{").doesNotEndWith("}");
  }

  @Test
  void truncated_chunk_ends_within_the_chunk() throws IOException {
    String body = body(answers("TRUNCATED-CHUNK"));

    int size = Integer.parseInt(body.substring(0, body.indexOf('\r')), 16);
    assertThat(body.substring(body.indexOf('\n') + 1)).hasSize(size / 2);
  }

  @ParameterizedTest
  @CsvSource({
    "BAD-CHUNK, Transfer-Encoding: chunked",
    "TWO-LENGTHS, Content-Length: 10",
    "TWO-LENGTHS, Content-Length: 20",
    "SHORT-LENGTH, Content-Length: 10",
    "NEGATIVE-LENGTH, Content-Length: -1",
    "LENGTH-AND-CHUNKS, Transfer-Encoding: chunked",
    "LENGTH-AND-CHUNKS, Content-Length",
    "SWITCHED-PROTOCOLS, HTTP/1.1 101",
    "INTERIM-ANSWERS, HTTP/1.1 100",
    "ENDLESS-INTERIM-ANSWERS, HTTP/1.1 100"
  })
  void what_is_wrong_with_the_framing_stands_in_the_head(String script, String line)
      throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      client.send(request(script));
      assertThat(client.upTo(END_OF_HEAD)).startsWith("HTTP/1.1 ").contains(line);
    }
  }

  @Test
  void two_lengths_are_two_lines() throws IOException {
    assertThat(answers("TWO-LENGTHS")).contains("\r\nContent-Length: 10\r\nContent-Length: 20\r\n");
  }

  @Test
  void second_response_comes_at_once_with_codes_that_somebody_else_owns() throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      client.send(request("SECOND-RESPONSE"));
      String first = client.upTo("]}");
      String second = client.upTo("]}");

      assertThat(first).startsWith(OK);
      assertThat(second).startsWith(OK);
      assertThat(sandbox.issued())
          .filteredOn(line -> line.customer().value().equals("somebody-else"))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line.answer()).isEqualTo("SECOND-RESPONSE"))
          .allSatisfy(line -> assertThat(second).contains(line.code().code().reveal()));
    }
  }

  @Test
  void interim_answers_are_followed_by_the_codes() throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      client.send(request("INTERIM-ANSWERS"));
      assertThat(client.upTo("]}"))
          .containsSubsequence("HTTP/1.1 100 ", "HTTP/1.1 102 ", "HTTP/1.1 103 ", OK);
    }
  }

  @Test
  void garbage_is_no_http() throws IOException {
    assertThat(answers("GARBAGE")).isNotEmpty().doesNotContain("HTTP/1.1");
  }

  @Test
  void huge_header_is_longer_than_the_jdk_reads() throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      client.send(request("HUGE-HEADER"));
      assertThat(client.upTo("xxxx\r\n").length()).isGreaterThan(393_216);
    }
  }

  @Test
  void endless_body_has_an_end_after_64_mb() throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      client.send(request("ENDLESS-BODY"));
      assertThat(client.upTo(END_OF_HEAD)).doesNotContain("Content-Length");
      assertThat(client.restLength()).isGreaterThan(64_000_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SLOW-HEAD", "SLOW-BODY", "STALLED-BODY"})
  void a_slow_answer_begins_and_ends_with_the_client_s_patience(String script) throws IOException {
    try (RawClient client = RawClient.of(sandbox)) {
      client.send(request(script));
      assertThat(client.upTo(script.equals("SLOW-HEAD") ? "HTTP" : END_OF_HEAD)).startsWith("HTTP");
    }
  }

  @Test
  void chunked_is_right() throws Exception {
    assertThat(Fixture.isBelieved(Fixture.send(sandbox, askingFor("sandbox-CHUNKED")))).isTrue();
  }
}
