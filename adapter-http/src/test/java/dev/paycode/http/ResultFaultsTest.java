package dev.paycode.http;

import static dev.paycode.http.Fixtures.NOW;
import static dev.paycode.http.Fixtures.entry;
import static dev.paycode.http.Fixtures.result;
import static dev.paycode.http.Fixtures.success;
import static dev.paycode.http.Handled.AGAIN;
import static dev.paycode.http.Handled.ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.result.Result;
import dev.paycode.result.ResultStatus;
import dev.paycode.result.SpecifiedCode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultFaultsTest {

  private static final String START = "2024-06-01T12:00:00+08:00";
  private static final String EXPIRY = "2024-06-01T12:01:00+08:00";
  private static final String CODE = '"' + Fixtures.FIRST_CODE + '"';

  private static Reply read(String body) {
    return Fixtures.reader().read(HttpReply.signed(body).raw(), NOW);
  }

  private static Handled handled(String body) {
    return Handled.reading(HttpReply.signed(body));
  }

  private static Reply.Answer answer(String body) {
    assertThat(read(body)).isInstanceOf(Reply.Answer.class);
    return (Reply.Answer) read(body);
  }

  @Fault
  void row_55_unknown_fields_are_ignored() {
    String body =
        "{\"x\":[1,{\"y\":null}],\"result\":{\"resultCode\":\"PROCESS_FAIL\",\"resultStatus\":\"F\","
            + "\"z\":{\"deep\":[true,1e5]}}}";

    handled(body).refused("PROCESS_FAIL", true);
  }

  @Fault({
    "{}",
    "{\"result\":null}",
    "{\"result\":\"S\"}",
    "{\"result\":[]}",
    "{\"result\":[\"resultStatus\",\"S\"]}",
    "{\"result\":{}}",
    "{\"result\":{\"resultStatus\":\"S\"}}",
    "{\"result\":{\"resultCode\":\"SUCCESS\"}}",
    "{\"result\":{\"resultStatus\":null,\"resultCode\":\"SUCCESS\"}}",
    "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":12}}",
    "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"\"}}",
    "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"two words\"}}",
    "{\"resultStatus\":\"S\",\"resultCode\":\"SUCCESS\"}"
  })
  void row_56_no_readable_result(String body) {
    handled(body).gaveUp(AGAIN, Cause.RESULT_MISSING);
  }

  @Fault({"X", "s", "", " ", "SUCCESS", "S "})
  void row_57_an_unknown_status_counts_as_unknown(String status) {
    Reply.Answer answer = answer(result(status, "SUCCESS"));

    assertThat(answer.result().status()).isEqualTo(ResultStatus.U);
    assertThat(answer.codes()).isEmpty();
    handled(result(status, "SUCCESS")).stayedUnknown(AGAIN);
  }

  @Fault
  void row_58_s_with_another_code_brings_no_codes() {
    String body = Fixtures.SUCCESS.replace("\"SUCCESS\"", "\"UNKNOWN_EXCEPTION\"");

    assertThat(answer(body).codes()).isEmpty();
    handled(body).stayedUnknown(AGAIN);
  }

  @Fault
  void row_58_f_with_the_code_success_is_a_refusal_without_codes() {
    String body = Fixtures.SUCCESS.replace("\"resultStatus\":\"S\"", "\"resultStatus\":\"F\"");

    assertThat(answer(body).codes()).isEmpty();
    handled(body).refused("SUCCESS", true);
  }

  @Fault
  void row_59_a_signed_unknown_is_tried_again() throws Exception {
    Handled.facing(HttpReply.signed(result("U", "UNKNOWN_EXCEPTION"))).stayedUnknown(AGAIN);
  }

  @Fault
  void row_60_too_much_traffic_is_tried_again_more_slowly() throws Exception {
    Handled throttled =
        Handled.facing(HttpReply.signed(result("U", "REQUEST_TRAFFIC_EXCEED_LIMIT")));

    throttled.stayedUnknown(AGAIN);
    assertThat(throttled.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(handled(result("U", "UNKNOWN_EXCEPTION")).waits())
        .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
  }

  @Fault({"PROCESS_FAIL", "PARAM_ILLEGAL", "INVALID_SIGNATURE", "SOMETHING_NEW"})
  void row_61_a_refusal_is_final_whatever_its_code(String code) throws Exception {
    Handled.facing(HttpReply.signed(result("F", code))).refused(code, true);
  }

  @ParameterizedTest
  @EnumSource(SpecifiedCode.class)
  void rows_59_to_61_every_specified_result_is_read(SpecifiedCode code) {
    assertThat(answer(result(code.status().name(), code.name())).result())
        .isEqualTo(Result.of(code.status(), code.code(), "words"));
  }

  @Fault({"7", "null", "{}", "true"})
  void a_message_that_is_no_text_costs_nothing_but_itself(String message) {
    String body = result("F", "PROCESS_FAIL").replace("\"words\"", message);

    assertThat(answer(body).result().message()).isEmpty();
  }

  @Fault({"", ",\"paymentCodeInfoList\":null", ",\"paymentCodeInfoList\":[]"})
  void row_62_success_without_codes(String list) {
    String body = "{\"result\":{\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\"}" + list + "}";

    assertThat(answer(body).codes()).isEmpty();
    assertThat(answer(body).dropped()).isZero();
    handled(body).stayedUnknown(ONCE);
  }

  @Fault
  void row_63_fewer_codes_than_asked_for_are_better_than_none() throws Exception {
    Handled.facing(HttpReply.signed(success(entry(Fixtures.FIRST_CODE)))).obtained(1);
  }

  @Fault
  void row_64_a_code_that_comes_twice_is_kept_once() {
    List<IssuedCode> twice =
        answer(success(entry(Fixtures.FIRST_CODE), entry(Fixtures.FIRST_CODE))).codes();

    assertThat(CodeSchedule.of(twice).codes()).hasSize(1);
  }

  @Fault
  void row_65_codes_that_have_all_expired_are_no_result() throws Exception {
    Handled.facing(
            HttpReply.signed(
                success(entry(CODE, "2024-06-01T11:58:00+08:00", "2024-06-01T12:00:00+08:00"))))
        .stayedUnknown(ONCE);
  }

  @Fault
  void row_65_a_code_that_begins_later_is_kept_for_then() throws Exception {
    Handled.facing(
            HttpReply.signed(
                success(entry(CODE, "2024-06-01T12:30:00+08:00", "2024-06-01T12:31:00+08:00"))))
        .obtained(1);
  }

  @Fault
  void row_66_windows_may_overlap_leave_gaps_and_come_in_any_order() throws Exception {
    String later = entry(CODE, "2024-06-01T12:09:00+08:00", "2024-06-01T12:10:00+08:00");
    String body = success(later, entry(Fixtures.SECOND_CODE));
    Handled.facing(HttpReply.signed(body)).obtained(2);

    assertThat(CodeSchedule.of(answer(body).codes()).codes())
        .extracting(issued -> issued.code().reveal())
        .containsExactly(Fixtures.SECOND_CODE, Fixtures.FIRST_CODE);
  }

  @Fault
  void row_63_at_most_ten_codes_are_kept_in_their_order() {
    String[] entries =
        IntStream.range(0, 12)
            .mapToObj(index -> entry(String.format("2810060200000000000000%02d", 20 - index)))
            .toArray(String[]::new);

    Reply.Answer answer = answer(success(entries));

    assertThat(answer.codes())
        .hasSize(10)
        .extracting(issued -> issued.code().reveal().substring(22))
        .startsWith("20", "19", "18");
    assertThat(answer.dropped()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-01T04:00:00Z, 2024-06-01T04:01:00Z",
    "2024-06-01T04:00:00.123456789Z, 2024-06-01T12:01:00+08:00",
    "2024-05-31T22:00:00-06:00, 2024-06-01T09:31:00+05:30"
  })
  void row_67_any_offset_and_fraction_is_read(String start, String expiry) {
    assertThat(answer(success(entry(CODE, start, expiry))).codes()).hasSize(1);
  }

  @Fault({
    "2024-06-01T12:01:00",
    "2024-06-01T24:00:00+08:00",
    "2024-06-01T12:00:60+08:00",
    "2024-02-30T12:00:00+08:00",
    "10000-01-01T00:00:00Z",
    "1717214460000",
    "20240601120100+0800",
    "2024-06-01T12:01:00.1234567890+08:00",
    "2024-06-01 12:01:00+08:00",
    "",
    "never"
  })
  void row_67_any_other_time_costs_its_code(String expiry) {
    Reply.Answer answer = answer(success(entry(CODE, START, expiry), entry(Fixtures.SECOND_CODE)));

    assertThat(answer.codes())
        .extracting(issued -> issued.code().reveal())
        .containsExactly(Fixtures.SECOND_CODE);
    assertThat(answer.dropped()).isEqualTo(1);
  }

  @Fault({START, "2024-06-01T04:00:00Z", "2024-06-01T11:59:59+08:00"})
  void row_65_a_window_that_does_not_end_after_its_start_costs_its_code(String expiry) {
    Reply.Answer answer = answer(success(entry(CODE, START, expiry), entry(Fixtures.SECOND_CODE)));

    assertThat(answer.codes()).hasSize(1);
    assertThat(answer.dropped()).isEqualTo(1);
  }

  @Fault({
    "281006020000000000125733",
    "\"281006020000000\"",
    "\"281006020000000000125733281006020\"",
    "\" 281006020000000000125733\"",
    "\"2810 0602 0000 0000\"",
    "\"２８１００６０２００００００００\"",
    "\"281006020000000000125733\\u0000\"",
    "null",
    "[\"281006020000000000125733\"]"
  })
  void row_68_what_is_no_code_is_dropped(String code) {
    assertThat(answer(success(entry(code, START, EXPIRY), entry(Fixtures.SECOND_CODE))).dropped())
        .isEqualTo(1);
    assertThat(read(success(entry(code, START, EXPIRY))))
        .isEqualTo(new Reply.NoResult(Cause.CODES_MALFORMED));
  }

  @Fault({"null", "7", "\"281006020000000000125733\"", "[]", "{}"})
  void row_68_an_entry_that_is_none_is_dropped(String entry) {
    assertThat(answer(success(entry, entry(Fixtures.SECOND_CODE))).dropped()).isEqualTo(1);
    assertThat(read(success(entry))).isEqualTo(new Reply.NoResult(Cause.CODES_MALFORMED));
  }

  @Fault({"{}", "7", "\"281006020000000000125733\"", "true"})
  void row_68_a_list_that_is_none(String list) {
    String body =
        "{\"result\":{\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\"},\"paymentCodeInfoList\":"
            + list
            + "}";

    assertThat(read(body)).isEqualTo(new Reply.NoResult(Cause.CODES_MALFORMED));
  }
}
