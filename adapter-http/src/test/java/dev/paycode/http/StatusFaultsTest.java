package dev.paycode.http;

import static dev.paycode.http.Fixtures.result;
import static dev.paycode.http.Handled.AGAIN;
import static dev.paycode.http.Handled.ONCE;
import static dev.paycode.http.Handled.facing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.time.Duration;
import java.util.Random;
import java.util.Scanner;

/** What an HTTP status alone says, and where a signed body says more. */
class StatusFaultsTest {

  private static final HttpReply PAGE = HttpReply.unsigned("<html>Bad Gateway</html>");

  @Fault
  void row_28_200_with_an_empty_body_is_not_trusted() throws Exception {
    facing(HttpReply.unsigned("")).gaveUp(ONCE, Cause.SIGNATURE_MISSING);
    facing(HttpReply.signed("")).gaveUp(ONCE, Cause.BODY_MALFORMED);
  }

  /** Whose connection the HTTP client keeps: the client is let go with it. */
  @Fault
  void row_28_204_is_not_trusted() throws Exception {
    HttpReply empty = HttpReply.unsigned("").without("Content-Length").status(204);

    facing(
            connection -> {
              connection.send(empty.bytes());
              connection.finish();
            })
        .gaveUp(ONCE, Cause.SIGNATURE_MISSING);
  }

  @Fault({"301", "302", "303", "307", "308"})
  void row_29_a_redirect_is_not_followed_and_needs_an_operator(String status) throws Exception {
    try (ScriptedGateway elsewhere =
        ScriptedGateway.answering(HttpReply.signed(Fixtures.SUCCESS))) {
      facing(status(status).with("Location", elsewhere.address().endpoint().toString()))
          .isMisconfigured(answered(status), "redirects are never followed");
      assertThat(elsewhere.connections()).isZero();
    }
  }

  private static HttpReply status(String status) {
    return PAGE.status(Integer.parseInt(status));
  }

  private static String answered(String status) {
    return " answered HTTP " + status + " without a result to believe.";
  }

  @Fault({"400", "413", "414", "431"})
  void row_30_a_request_that_is_not_understood_needs_an_operator(String status) throws Exception {
    facing(status(status)).isMisconfigured(answered(status), "Check the request's parameters");
  }

  @Fault({"401", "403"})
  void row_31_a_client_that_is_not_let_in_needs_an_operator(String status) throws Exception {
    facing(status(status)).isMisconfigured(answered(status), "Check the client id.");
  }

  @Fault({"404", "501"})
  void row_32_a_path_that_is_not_there_needs_an_operator(String status) throws Exception {
    facing(status(status)).isMisconfigured(answered(status), "Check the gateway's address");
  }

  @Fault("405")
  void row_32_a_method_that_is_not_allowed_needs_an_operator(String status) throws Exception {
    facing(status(status)).isMisconfigured(answered(status), "Use the HTTP method POST");
  }

  @Fault({"406", "415"})
  void row_32_a_media_type_that_is_not_taken_needs_an_operator(String status) throws Exception {
    facing(status(status)).isMisconfigured(answered(status), "Send Content-Type");
  }

  @Fault({"418", "505"})
  void row_32_any_other_refusal_by_status_needs_an_operator(String status) throws Exception {
    facing(status(status)).isMisconfigured(answered(status), "Do not retry. Contact Alipay+");
  }

  @Fault("407")
  void row_33_a_proxy_in_the_way_needs_an_operator(String status) throws Exception {
    facing(status(status)).isMisconfigured(answered(status), "Let this machine through the proxy");
  }

  @Fault("408")
  void row_34_a_request_that_took_too_long_is_unknown_and_tried_again(String status)
      throws Exception {
    facing(status(status)).gaveUp(AGAIN, serverError(status));
  }

  private static Reply.NoResult serverError(String status) {
    return new Reply.NoResult(Cause.SERVER_ERROR, "HTTP " + status);
  }

  /** The core's own wait is half a second before the second attempt and one before the third. */
  @Fault({
    "5500 6000 7",
    "2000 2000 2",
    "500 1000 0",
    "5500 6000 1000000000",
    "500 1000 -5",
    "500 1000 soon",
    "500 1000 1.5",
    "500 1000 99999999999999999999",
    "2750 2750 Sat, 01 Jun 2024 04:00:03 GMT",
    "500 1000 Sat, 01 Jun 2024 03:00:00 GMT",
    "500 1000 Sat, 99 Jun 2024 03:00:00 GMT"
  })
  void row_35_429_slows_down_as_long_as_it_asks_within_bounds(String waitsAndHint)
      throws Exception {
    Scanner variant = new Scanner(waitsAndHint);
    Duration first = Duration.ofMillis(variant.nextLong());
    Duration second = Duration.ofMillis(variant.nextLong());
    String hint = variant.nextLine().strip();

    Handled handled = facing(PAGE.status(429).with("Retry-After", hint));

    assertThat(handled.replies()).hasSize(AGAIN).hasOnlyElementsOfType(Reply.Throttled.class);
    assertThat(handled.waits()).containsExactly(first, second);
  }

  @Fault
  void row_35_429_without_a_hint_slows_down_by_itself() throws Exception {
    assertThat(facing(PAGE.status(429)).waits())
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Fault({"500", "502", "503", "504", "599"})
  void row_36_a_failure_of_the_gateway_s_own_is_unknown_and_tried_again(String status)
      throws Exception {
    facing(status(status)).gaveUp(AGAIN, serverError(status));
    facing(HttpReply.unsigned(result("F", "PROCESS_FAIL")).status(Integer.parseInt(status)))
        .gaveUp(AGAIN, serverError(status));
  }

  @Fault({"201", "400", "401", "500", "503"})
  void row_37_a_signed_f_counts_under_any_status(String status) throws Exception {
    facing(HttpReply.signed(result("F", "PROCESS_FAIL")).status(Integer.parseInt(status)))
        .refused("PROCESS_FAIL", true);
  }

  @Fault({"400", "500", "503"})
  void row_37_a_signed_u_counts_under_any_status(String status) throws Exception {
    facing(HttpReply.signed(result("U", "UNKNOWN_EXCEPTION")).status(Integer.parseInt(status)))
        .stayedUnknown(AGAIN);
  }

  @Fault
  void row_37_a_signed_s_counts_under_no_status_but_200() throws Exception {
    HttpReply success = HttpReply.signed(Fixtures.SUCCESS);

    facing(success.status(500)).gaveUp(AGAIN, serverError("500"));
    facing(success.status(400)).isMisconfigured(answered("400"), "Check the request's parameters");
    facing(success.status(201)).gaveUp(ONCE, unexpected("201"));
  }

  private static Reply.NoResult unexpected(String status) {
    return new Reply.NoResult(Cause.UNEXPECTED_STATUS, "HTTP " + status);
  }

  @Fault
  void row_37_a_body_that_does_not_verify_says_no_more_than_the_status(Random random)
      throws Exception {
    HttpReply refusal = HttpReply.signed(result("F", "PROCESS_FAIL"));
    byte[] flipped = refusal.body();
    flipped[random.nextInt(flipped.length)] ^= 1;

    facing(refusal.carrying(flipped).status(500)).gaveUp(AGAIN, serverError("500"));
  }

  @Fault({"text/html", "text/plain"})
  void row_38_a_page_with_200_is_not_trusted(String type) throws Exception {
    facing(
            HttpReply.unsigned("<html>Log in to the hotel's network</html>")
                .replacing("Content-Type", type))
        .gaveUp(ONCE, Cause.SIGNATURE_MISSING);
  }

  @Fault({"201", "202", "206", "299", "600", "999"})
  void row_39_a_status_of_no_meaning_here_is_unknown(String status) throws Exception {
    facing(status(status)).gaveUp(ONCE, unexpected(status));
  }

  @Fault
  void row_39_a_signed_success_with_204_is_no_success() {
    HttpReply contradictory = HttpReply.signed(Fixtures.SUCCESS).status(204);

    assertThat(Fixtures.reader().read(contradictory.raw(), Fixtures.NOW))
        .isEqualTo(new Reply.NoResult(Cause.UNEXPECTED_STATUS, "HTTP 204"));
  }
}
