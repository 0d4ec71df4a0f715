package dev.paycode.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {

  @ParameterizedTest
  @CsvSource({
    "SUCCESS,S,DISPLAY_THE_CODE",
    "ACCESS_DENIED,F,CONTACT_SUPPORT",
    "INVALID_CLIENT,F,CONTACT_SUPPORT",
    "INVALID_SIGNATURE,F,CHECK_THE_SIGNATURE",
    "KEY_NOT_FOUND,F,CONTACT_SUPPORT",
    "MEDIA_TYPE_NOT_ACCEPTABLE,F,FIX_THE_MEDIA_TYPE",
    "METHOD_NOT_SUPPORTED,F,USE_POST",
    "NO_INTERFACE_DEF,F,FIX_THE_URL",
    "PARAM_ILLEGAL,F,FIX_THE_PARAMETERS",
    "PROCESS_FAIL,F,CONTACT_SUPPORT",
    "REQUEST_TRAFFIC_EXCEED_LIMIT,U,REDUCE_THE_RATE",
    "UNKNOWN_EXCEPTION,U,CALL_AGAIN"
  })
  void the_table_says_what_the_specification_says(
      SpecifiedCode specified, ResultStatus status, Remedy remedy) {
    assertThat(specified.status()).isEqualTo(status);
    assertThat(specified.remedy()).isEqualTo(remedy);
    assertThat(specified.meaning()).isNotBlank();
    assertThat(remedy.advice()).isNotBlank();

    Result result = Result.of(status, specified.code(), "");
    assertThat(result.remedy()).isEqualTo(remedy);
    assertThat(result.contradictsSpecification()).isFalse();
  }

  @Test
  void there_are_twelve_specified_codes() {
    assertThat(SpecifiedCode.values()).hasSize(12);
  }

  @ParameterizedTest
  @EnumSource
  void a_specified_code_is_found_by_its_text(SpecifiedCode specified) {
    assertThat(ResultCode.parse(specified.name()).specified()).hasValue(specified);
    assertThat(specified.code()).hasToString(specified.name());
  }

  @ParameterizedTest
  @CsvSource({"S,CALL_AGAIN", "F,CONTACT_SUPPORT", "U,CALL_AGAIN"})
  void an_unknown_code_is_kept_and_has_the_remedy_of_its_status(
      ResultStatus status, Remedy remedy) {
    Result result = Result.of(status, ResultCode.parse("NEVER_HEARD_OF"), "");

    assertThat(result.code()).hasToString("NEVER_HEARD_OF");
    assertThat(result.code().specified()).isEmpty();
    assertThat(result.remedy()).isEqualTo(remedy);
    assertThat(result.isSuccess()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "S,UNKNOWN_EXCEPTION",
    "F,SUCCESS",
    "U,SUCCESS",
    "F,REQUEST_TRAFFIC_EXCEED_LIMIT",
    "U,PROCESS_FAIL",
    "S,ANYTHING"
  })
  void where_status_and_code_disagree_the_status_rules_and_nothing_is_a_success(
      ResultStatus status, String code) {
    Result result = Result.of(status, ResultCode.parse(code), "");

    assertThat(result.contradictsSpecification()).isTrue();
    assertThat(result.isSuccess()).isFalse();
    assertThat(result.isThrottling()).isFalse();
    assertThat(result.isRefusal()).isEqualTo(status == ResultStatus.F);
    assertThat(result.remedy())
        .isEqualTo(status == ResultStatus.F ? Remedy.CONTACT_SUPPORT : Remedy.CALL_AGAIN);
  }

  @Test
  void only_s_and_success_together_are_a_success() {
    assertThat(Result.of(ResultStatus.S, SpecifiedCode.SUCCESS.code(), "").isSuccess()).isTrue();
  }

  @Test
  void throttling_is_told_by_status_and_code() {
    Result result =
        Result.of(ResultStatus.U, SpecifiedCode.REQUEST_TRAFFIC_EXCEED_LIMIT.code(), "");

    assertThat(result.isThrottling()).isTrue();
    assertThat(Result.of(ResultStatus.U, SpecifiedCode.UNKNOWN_EXCEPTION.code(), "").isThrottling())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"S,S", "F,F", "U,U", "s,U", "X,U", "'',U", "' S',U"})
  void a_status_that_is_not_one_counts_as_unknown(String text, ResultStatus status) {
    assertThat(ResultStatus.parse(text)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "A B", "A\nB", "ÄÖ", "<script>"})
  void a_text_without_the_shape_of_a_code_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResultCode.parse(text))
        .withMessage(
            "A result code is 1 to 64 letters, digits and _ - . ; this text has "
                + text.length()
                + " characters");
  }

  @Property
  void a_message_is_always_fit_to_print(@ForAll String text) {
    String message = Result.of(ResultStatus.U, ResultCode.parse("X"), text).message();

    assertThat(message.length()).isLessThanOrEqualTo(256);
    assertThat(message).doesNotContainPattern("\\p{Cntrl}").doesNotContainPattern("[0-9]{16}");
  }

  @Test
  void a_message_keeps_its_words_and_loses_line_ends_and_codes() {
    assertThat(
            Result.of(
                    ResultStatus.F,
                    ResultCode.parse("X"),
                    "Code 281006020000000000125733\r\nis not known in 2024")
                .message())
        .isEqualTo("Code **** is not known in 2024");
  }

  @Test
  void a_long_message_is_cut() {
    assertThat(Result.of(ResultStatus.F, ResultCode.parse("X"), "a".repeat(257)).message())
        .isEqualTo("a".repeat(255) + "…");
    assertThat(Result.of(ResultStatus.F, ResultCode.parse("X"), "a".repeat(256)).message())
        .isEqualTo("a".repeat(256));
  }
}
