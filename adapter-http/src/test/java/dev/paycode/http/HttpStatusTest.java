package dev.paycode.http;

import static dev.paycode.http.Fixtures.replyTo;
import static dev.paycode.http.Fixtures.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.result.ResultStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpStatusTest {

  private static final HttpReply PAGE = HttpReply.unsigned("<html>Bad Gateway</html>");

  @Test
  void row_28_200_with_an_empty_body() throws Exception {
    assertThat(replyTo(HttpReply.unsigned("")))
        .isEqualTo(new Reply.NoResult(Cause.SIGNATURE_MISSING));
    assertThat(replyTo(HttpReply.signed(""))).isEqualTo(new Reply.NoResult(Cause.BODY_MALFORMED));
  }

  @Test
  void row_28_204() throws Exception {
    assertThat(replyTo(HttpReply.unsigned("").without("Content-Length").status(204)))
        .isEqualTo(new Reply.NoResult(Cause.SIGNATURE_MISSING));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void row_29_a_redirect_is_not_followed(int status) throws Exception {
    try (ScriptedGateway elsewhere =
        ScriptedGateway.answering(HttpReply.signed(Fixtures.SUCCESS))) {
      Reply reply =
          replyTo(PAGE.status(status).with("Location", elsewhere.address().endpoint().toString()));

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Misconfigured.class,
              misconfigured ->
                  assertThat(misconfigured.problem())
                      .endsWith(" answered HTTP " + status + " without a result to believe."));
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, Check the request's parameters",
    "413, Check the request's parameters",
    "414, Check the request's parameters",
    "431, Check the request's parameters",
    "401, Check the client id.",
    "403, Check the client id.",
    "404, Check the gateway's address",
    "405, Use the HTTP method POST",
    "406, Send Content-Type",
    "407, Let this machine through the proxy",
    "415, Send Content-Type",
    "418, Do not retry. Contact Alipay+",
    "501, Check the gateway's address",
    "505, Do not retry. Contact Alipay+"
  })
  void rows_30_to_33_a_status_that_will_not_change(int status, String remedy) throws Exception {
    assertThat(replyTo(PAGE.status(status)))
        .isInstanceOfSatisfying(
            Reply.Misconfigured.class,
            misconfigured -> {
              assertThat(misconfigured.problem())
                  .matches(
                      "The gateway http://127.0.0.1:\\d+ answered HTTP "
                          + status
                          + " without a result to believe\\.");
              assertThat(misconfigured.remedy()).startsWith(remedy);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 599})
  void rows_34_and_36_a_failure_of_the_gateway_s_own(int status) throws Exception {
    assertThat(replyTo(PAGE.status(status)))
        .isEqualTo(new Reply.NoResult(Cause.SERVER_ERROR, "HTTP " + status));
  }

  @Test
  void row_36_unsigned_json_says_no_more_than_the_status() throws Exception {
    assertThat(replyTo(HttpReply.unsigned(result("F", "PROCESS_FAIL")).status(500)))
        .isEqualTo(new Reply.NoResult(Cause.SERVER_ERROR, "HTTP 500"));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "0, 0",
    "1000000000, 1000000000",
    "-5, 0",
    "soon, 0",
    "1.5, 0",
    "99999999999999999999, 0",
    "'Sat, 01 Jun 2024 04:00:30 GMT', 29",
    "'Sat, 01 Jun 2024 03:00:00 GMT', 0",
    "'Sat, 99 Jun 2024 03:00:00 GMT', 0"
  })
  void row_35_429_with_a_hint(String hint, long seconds) throws Exception {
    assertThat(replyTo(PAGE.status(429).with("Retry-After", hint)))
        .isInstanceOfSatisfying(
            Reply.Throttled.class,
            throttled -> assertThat(throttled.hint().toSeconds()).isEqualTo(seconds));
  }

  @Test
  void row_35_429_without_a_hint() throws Exception {
    assertThat(replyTo(PAGE.status(429))).isEqualTo(new Reply.Throttled(Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"400, F", "401, F", "500, F", "500, U", "503, U", "201, F"})
  void row_37_a_signed_f_or_u_counts_under_any_status(int status, ResultStatus stated)
      throws Exception {
    Reply reply = replyTo(HttpReply.signed(result(stated.name(), "ANY_CODE")).status(status));

    assertThat(reply).isInstanceOf(Reply.Answer.class);
    assertThat(reply.statedResult())
        .hasValueSatisfying(result -> assertThat(result.status()).isEqualTo(stated));
  }

  @Test
  void row_37_a_signed_s_counts_under_no_status_but_200() throws Exception {
    HttpReply success = HttpReply.signed(Fixtures.SUCCESS);

    assertThat(replyTo(success.status(500)))
        .isEqualTo(new Reply.NoResult(Cause.SERVER_ERROR, "HTTP 500"));
    assertThat(replyTo(success.status(400))).isInstanceOf(Reply.Misconfigured.class);
    assertThat(replyTo(success.status(201)))
        .isEqualTo(new Reply.NoResult(Cause.UNEXPECTED_STATUS, "HTTP 201"));
  }

  @Test
  void row_37_a_body_that_does_not_verify_says_no_more_than_the_status() throws Exception {
    HttpReply refusal = HttpReply.signed(result("F", "PROCESS_FAIL"));

    assertThat(replyTo(refusal.carrying(flipped(refusal.body())).status(500)))
        .isEqualTo(new Reply.NoResult(Cause.SERVER_ERROR, "HTTP 500"));
  }

  private static byte[] flipped(byte[] body) {
    body[body.length / 2] ^= 1;
    return body;
  }

  @Test
  void row_38_a_page_with_200() throws Exception {
    assertThat(replyTo(HttpReply.unsigned("<html>Log in to the hotel's network</html>")))
        .isEqualTo(new Reply.NoResult(Cause.SIGNATURE_MISSING));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 206, 299, 600, 999})
  void row_39_a_status_of_no_meaning_here(int status) throws Exception {
    assertThat(replyTo(PAGE.status(status)))
        .isEqualTo(new Reply.NoResult(Cause.UNEXPECTED_STATUS, "HTTP " + status));
  }
}
