package dev.paycode.sandbox;

import static dev.paycode.sandbox.Fixture.isBelieved;
import static dev.paycode.sandbox.Fixture.json;
import static dev.paycode.sandbox.Fixture.send;
import static dev.paycode.sandbox.TestRequest.askingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each scripted answer is wrong in the one way that its customer's meaning says. */
class WrongAnswersTest {

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(Fixture.options());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static HttpResponse<String> answer(String script) throws Exception {
    return send(sandbox, askingFor("sandbox-" + script));
  }

  /** Wrong in the body or right in everything: the signature is not to blame. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {
        ".*_CODES?",
        ".*STATUS",
        ".*_RESULT",
        ".*_LIST",
        ".*_KEYS",
        "TIMES_.*",
        "UNKNOWN_FIELDS",
        "TRAILING_DATA",
        "BOM",
        "NOT_JSON",
        "ARRAY",
        "DEEP_NESTING",
        "HALF_JSON",
        "GAPS",
        "LATEST_FIRST",
        "BACKWARD_WINDOWS",
        "WIDE_DIGITS",
        "CODES_.*",
        "REFUSAL_WITH_400",
        "CHUNKED",
        "STALE",
        "FUTURE",
        "EMPTY_BODY",
        "UNKNOWN_KEY_VERSION",
        "OVERSIZE_BODY"
      })
  void what_is_wrong_elsewhere_is_rightly_signed(ScriptedCustomer customer) throws Exception {
    assertThat(isBelieved(send(sandbox, askingFor(customer.customerId())))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "F-UNKNOWN-CODE, F, BRAND_NEW, 0",
    "U-UNKNOWN-CODE, U, BRAND_NEW, 0",
    "S-UNKNOWN-CODE, S, BRAND_NEW, 2",
    "S-WITH-U-CODE, S, UNKNOWN_EXCEPTION, 2",
    "S-WITH-F-CODE, S, PROCESS_FAIL, 2",
    "F-WITH-S-CODE, F, SUCCESS, 2",
    "U-WITH-S-CODE, U, SUCCESS, 2",
    "UNKNOWN-STATUS, X, SUCCESS, 2",
    "LOWER-CASE-STATUS, s, SUCCESS, 2",
    "BLANK-STATUS, ' ', SUCCESS, 2",
    "NO-LIST, S, SUCCESS, 0",
    "NULL-LIST, S, SUCCESS, 0",
    "FEWER-CODES, S, SUCCESS, 1",
    "MORE-CODES, S, SUCCESS, 4",
    "MANY-CODES, S, SUCCESS, 200",
    "SAME-CODE-TWICE, S, SUCCESS, 2",
    "ONE-BAD-CODE, S, SUCCESS, 2",
    "UNKNOWN-FIELDS, S, SUCCESS, 2"
  })
  void status_code_and_number_of_codes(String script, String status, String code, int number)
      throws Exception {
    JsonNode body = json(answer(script));

    assertThat(body.at("/result/resultStatus").asString()).isEqualTo(status);
    assertThat(body.at("/result/resultCode").asString()).isEqualTo(code);
    assertThat(body.at("/paymentCodeInfoList").size()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "NO-RESULT, '\\{\"paymentCodeInfoList\":.*'",
    "NULL-RESULT, '\\{\"result\":null,\"paymentCodeInfoList\".*'",
    "TEXT-RESULT, '\\{\"result\":\"S\",\"paymentCodeInfoList\".*'",
    "NULL-LIST, '.*\"paymentCodeInfoList\":null\\}'",
    "ESCAPED-DUPLICATE-KEYS, '.*\"resultSt.u0061tus\":\"F\",\"resultStatus\":\"S\".*'",
    "TRAILING-DATA, '\\{.*\\]\\}\\{\\}'",
    "BOM, '\\uFEFF\\{.*'",
    "NOT-JSON, OK",
    "ARRAY, '\\[\\{.*\\]\\}\\]'",
    "DEEP-NESTING, '\\{\"deep\":\\[{10000}\\]{10000},.*'",
    "EMPTY-BODY, ''",
    "TIMES-WITHOUT-OFFSET, '.*StartTime\":\"2024-06-01T12:00:00\",\"codeExpiryTime\":\"2024-06-01T12:01:00\".*'",
    "TIMES-IN-MILLISECONDS, '.*StartTime\":\"1717214400000\",\"codeExpiryTime\":\"1717214460000\".*'",
    "TIMES-IN-UTC, '.*StartTime\":\"2024-06-01T04:00:00Z\",\"codeExpiryTime\":\"2024-06-01T04:01:00Z\".*'",
    "BACKWARD-WINDOWS, '.*StartTime\":\"2024-06-01T12:01:00.08:00\",\"codeExpiryTime\":\"2024-06-01T12:00:00.*'",
    "EXPIRED-CODES, '.*StartTime\":\"2024-06-01T11:00:00.*StartTime\":\"2024-06-01T11:00:30.*'",
    "FUTURE-CODES, '.*StartTime\":\"2024-06-01T13:00:00.*StartTime\":\"2024-06-01T13:00:30.*'",
    "CODES-OF-HOURS, '.*ExpiryTime\":\"2024-06-01T20:00:00.*ExpiryTime\":\"2024-06-01T20:00:30.*'",
    "GAPS, '.*StartTime\":\"2024-06-01T12:00:00.*StartTime\":\"2024-06-01T12:10:00.*'",
    "LATEST-FIRST, '.*StartTime\":\"2024-06-01T12:00:30.*StartTime\":\"2024-06-01T12:00:00.*'",
    "LETTERS-IN-CODES, '.*\"28100602[0-9]{16}AB\".*'",
    "BLANKS-IN-CODES, '.*\"2810 0602( [0-9]{4}){4}\".*'",
    "SHORT-CODES, '.*\"28100602[0-9]{7}\".*'",
    "LONG-CODES, '.*\"28100602[0-9]{25}\".*'",
    "ONE-BAD-CODE, '.*\"none\".*\"28100602[0-9]{16}\".*'",
    "CODES-AS-NUMBERS, '.*\"paymentCode\":28100602[0-9]{16},.*'"
  })
  void the_body_is_wrong_in_that_way(String script, String pattern) throws Exception {
    assertThat(answer(script).body()).matches(pattern);
  }

  @Test
  void wide_digits_are_digits_of_another_alphabet() throws Exception {
    assertThat(json(answer("WIDE-DIGITS")).at("/paymentCodeInfoList/0/paymentCode").asString())
        .matches("[\uFF10-\uFF19]{24}");
  }

  @Test
  void half_json_is_the_first_half() throws Exception {
    assertThat(answer("HALF-JSON").body()).startsWith("{\"result\":{").doesNotEndWith("}");
  }

  @Test
  void not_utf8_has_bytes_of_latin_1() throws Exception {
    byte[] body =
        Fixture.client()
            .send(askingFor("sandbox-NOT-UTF8").over(sandbox.uri()), BodyHandlers.ofByteArray())
            .body();

    assertThat(new String(body, StandardCharsets.ISO_8859_1)).contains("\u00e9t\u00e9");
    assertThat(new String(body, StandardCharsets.UTF_8)).contains("\uFFFDt\uFFFD");
  }

  @Test
  void oversize_body_is_longer_than_64_kib() throws Exception {
    assertThat(answer("OVERSIZE-BODY").body().length()).isGreaterThan(65_536);
  }

  @Test
  void same_code_twice_is_issued_once() throws Exception {
    JsonNode list = json(answer("SAME-CODE-TWICE.one")).at("/paymentCodeInfoList");

    assertThat(list.get(0)).isEqualTo(list.get(1));
    assertThat(sandbox.issued())
        .filteredOn(line -> line.customer().value().equals("sandbox-SAME-CODE-TWICE.one"))
        .hasSize(1);
  }

  @Test
  void same_codes_again_come_in_a_fresh_answer() throws Exception {
    HttpResponse<String> first = answer("SAME-CODES-AGAIN");

    assertThat(answer("SAME-CODES-AGAIN").body()).isEqualTo(first.body());
    assertThat(answer("SAME-CODES-AGAIN.other").body()).isNotEqualTo(first.body());
  }

  @Test
  void a_replay_is_the_first_answer_with_its_signature() throws Exception {
    HttpResponse<String> first = answer("REPLAY");
    HttpResponse<String> second = answer("REPLAY");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().map()).isEqualTo(first.headers().map());
    assertThat(isBelieved(second)).isTrue();
  }

  @Test
  void another_path_is_what_was_signed() throws Exception {
    HttpResponse<String> answer = answer("OTHER-PATH");

    assertThat(isBelieved(answer)).isFalse();
    assertThat(
            Wallet.believes(
                TestRequest.KEYS.alipayPublicKey(),
                "/aps/api/v1/codes/inquiryCodeRules",
                answer.headers(),
                answer.body()))
        .isTrue();
  }

  @Test
  void another_client_is_what_was_signed_for() throws Exception {
    HttpResponse<String> answer = answer("OTHER-CLIENT");

    assertThat(answer.headers().allValues("Client-Id")).containsExactly("SANDBOX_SOMEBODY_ELSE");
    assertThat(isBelieved(answer)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN-KEY-VERSION, 'algorithm=RSA256,keyVersion=99,signature=[A-Za-z0-9%]+'",
    "OTHER-ALGORITHM, 'algorithm=ECC256,keyVersion=1,signature=[A-Za-z0-9%]+'",
    "REORDERED-SIGNATURE, 'signature=[^ ]+ , clientId=any=thing,  keyVersion=1 ,algorithm=RSA256'",
    "BASE64URL-SIGNATURE, 'algorithm=RSA256,keyVersion=1,signature=[A-Za-z0-9_-]{342}'",
    "BASE64-SIGNATURE, 'algorithm=RSA256,keyVersion=1,signature=[A-Za-z0-9+/]{342}=='"
  })
  void the_signature_s_header_is_written_in_that_way(String script, String pattern)
      throws Exception {
    assertThat(answer(script).headers().firstValue("Signature").orElseThrow()).matches(pattern);
  }

  @ParameterizedTest
  @CsvSource({"TWO-SIGNATURES, Signature", "TWO-TIMES, Response-Time"})
  void a_header_comes_twice(String script, String header) throws Exception {
    List<String> values = answer(script).headers().allValues(header);

    assertThat(values).hasSize(2);
    assertThat(values.get(0)).isEqualTo(values.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "UNSIGNED-REFUSAL, Signature",
    "UNSIGNED-REFUSAL, Response-Time",
    "NO-TIME, Response-Time"
  })
  void a_header_is_missing(String script, String header) throws Exception {
    assertThat(answer(script).headers().allValues(header)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"FUTURE, 2024-06-01T13:00:00+08:00", "UNREADABLE-TIME, yesterday"})
  void the_time_is_another(String script, String time) throws Exception {
    assertThat(answer(script).headers().allValues("Response-Time")).containsExactly(time);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "HTTP_[0-9]+")
  void a_status_comes_with_a_page_that_nobody_signed(ScriptedCustomer customer) throws Exception {
    HttpResponse<String> answer = send(sandbox, askingFor(customer.customerId()));

    assertThat("HTTP_" + answer.statusCode()).isEqualTo(customer.name());
    assertThat(answer.headers().firstValue("Signature")).isEmpty();
    assertThat(answer.body()).doesNotContain("paymentCode");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP-429-DATE, 'Thu, 31 Dec 2099 00:00:00 GMT'",
    "HTTP-429-GARBAGE, soon",
    "HTTP-429-NEGATIVE, -1",
    "HTTP-429-HUGE, 1000000000"
  })
  void http_429_says_when_to_come_back(String script, String when) throws Exception {
    HttpResponse<String> answer = answer(script);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().allValues("Retry-After")).containsExactly(when);
  }

  @ParameterizedTest
  @CsvSource({"HTTP-301", "HTTP-302", "HTTP-307", "HTTP-308"})
  void a_redirect_leads_back_so_that_the_calls_show_who_follows_it(String script) throws Exception {
    int before = sandbox.calls().size();

    assertThat(answer(script).headers().allValues("Location")).containsExactly(Wallet.PATH);
    assertThat(sandbox.calls()).hasSize(before + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "CODES-WITH-201, 201, SUCCESS",
    "CODES-WITH-500, 500, SUCCESS",
    "REFUSAL-WITH-400, 400, PARAM_ILLEGAL"
  })
  void a_signed_body_comes_with_another_status(String script, int status, String code)
      throws Exception {
    HttpResponse<String> answer = answer(script);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Fixture.code(answer)).isEqualTo(code);
  }

  @Test
  void gzip_holds_the_body_that_was_signed() throws Exception {
    HttpResponse<byte[]> answer =
        Fixture.client()
            .send(askingFor("sandbox-GZIP").over(sandbox.uri()), BodyHandlers.ofByteArray());
    String body =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
            StandardCharsets.UTF_8);

    assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
    assertThat(
            Wallet.believes(
                TestRequest.KEYS.alipayPublicKey(), Wallet.PATH, answer.headers(), body))
        .isTrue();
  }
}
