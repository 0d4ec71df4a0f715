package dev.paycode.sandbox;

import static dev.paycode.sandbox.Fixture.code;
import static dev.paycode.sandbox.Fixture.isBelieved;
import static dev.paycode.sandbox.Fixture.send;
import static dev.paycode.sandbox.TestRequest.askingFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.result.SpecifiedCode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What scripted customers get, over the wire. */
class ScriptsTest {

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(Fixture.options());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static HttpResponse<String> answerFor(String customerId) throws Exception {
    return send(sandbox, askingFor(customerId));
  }

  private static String status(HttpResponse<String> answer) {
    return Fixture.json(answer).at("/result/resultStatus").asString();
  }

  @ParameterizedTest
  @EnumSource
  void every_result_code_comes_on_request_with_its_status(SpecifiedCode code) throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-" + code.name());
    assertThat(code(answer)).isEqualTo(code.name());
    assertThat(status(answer)).isEqualTo(code.status().name());
    assertThat(answer.body().contains("paymentCodeInfoList"))
        .isEqualTo(code == SpecifiedCode.SUCCESS);
    assertThat(isBelieved(answer)).isTrue();
  }

  @Test
  void u_then_s_is_unknown_once_for_each_customer() throws Exception {
    assertThat(code(answerFor("sandbox-U-THEN-S"))).isEqualTo("UNKNOWN_EXCEPTION");
    assertThat(code(answerFor("sandbox-U-THEN-S.other"))).isEqualTo("UNKNOWN_EXCEPTION");
    assertThat(code(answerFor("sandbox-U-THEN-S"))).isEqualTo("SUCCESS");
    assertThat(code(answerFor("sandbox-U-THEN-S"))).isEqualTo("SUCCESS");
  }

  @Test
  void unsigned_has_codes_but_no_signature() throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-UNSIGNED");
    assertThat(code(answer)).isEqualTo("SUCCESS");
    assertThat(answer.headers().firstValue("Signature")).isEmpty();
    assertThat(answer.headers().firstValue("Response-Time")).isPresent();
  }

  @Test
  void wrongly_signed_has_codes_and_a_signature_of_something_else() throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-WRONGLY-SIGNED");
    assertThat(code(answer)).isEqualTo("SUCCESS");
    assertThat(isBelieved(answer)).isFalse();
  }

  @Test
  void stale_is_one_hour_old_and_rightly_signed() throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-STALE");
    assertThat(answer.headers().firstValue("Response-Time")).contains("2024-06-01T11:00:00+08:00");
    assertThat(isBelieved(answer)).isTrue();
  }

  @Test
  void http_502_is_a_page_of_html() throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-HTTP-502");
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(answer.headers().firstValue("Signature")).isEmpty();
  }

  @Test
  void http_429_asks_to_come_back_in_a_second() throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-HTTP-429");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void empty_list_is_a_success_without_codes() throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-EMPTY-LIST");
    assertThat(code(answer)).isEqualTo("SUCCESS");
    assertThat(answer.body()).endsWith("\"paymentCodeInfoList\":[]}");
    assertThat(isBelieved(answer)).isTrue();
  }

  @Test
  void duplicate_keys_say_f_and_s_under_a_right_signature() throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-DUPLICATE-KEYS");
    assertThat(answer.body())
        .contains("\"resultStatus\":\"F\",\"resultStatus\":\"S\"")
        .contains("paymentCode\":\"281006");
    assertThat(isBelieved(answer)).isTrue();
  }

  @Test
  void a_script_is_not_played_for_a_request_that_does_not_verify() throws Exception {
    HttpResponse<String> answer =
        send(sandbox, askingFor("sandbox-HTTP-502").signed(TestRequest.KEYS.alipayPrivateKey()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(code(answer)).isEqualTo("INVALID_SIGNATURE");
  }

  @Test
  void a_misspelt_script_is_told_so() throws Exception {
    HttpResponse<String> answer = answerFor("sandbox-UNSIGEND");
    assertThat(code(answer)).isEqualTo("PARAM_ILLEGAL");
    assertThat(answer.body()).contains("customerId").doesNotContain("UNSIGEND");
  }

  @Test
  void no_answer_holds_no_more_than_32_connections() throws Exception {
    try (Sandbox silent = Sandbox.start(Fixture.options())) {
      List<CompletableFuture<HttpResponse<String>>> calls = silentCalls(silent, 33);
      assertThatThrownBy(
              () ->
                  CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new))
                      .get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
      assertThat(code(send(silent, askingFor("somebody")))).isEqualTo("SUCCESS");
      assertThat(calls).filteredOn(CompletableFuture::isDone).hasSize(1);
    }
  }

  @Test
  void no_answer_ends_when_the_sandbox_closes() throws Exception {
    Sandbox silent = Sandbox.start(Fixture.options());
    CompletableFuture<HttpResponse<String>> call = silentCalls(silent, 1).get(0);
    assertThat(code(send(silent, askingFor("somebody")))).isEqualTo("SUCCESS");
    silent.close();
    assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  private static List<CompletableFuture<HttpResponse<String>>> silentCalls(
      Sandbox silent, int number) {
    return IntStream.range(0, number)
        .mapToObj(call -> askingFor("sandbox-NO-ANSWER." + call).over(silent.uri()))
        .map(request -> Fixture.client().sendAsync(request, BodyHandlers.ofString()))
        .toList();
  }
}
