package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import dev.paycode.result.SpecifiedCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeReportTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final OutcomeReport report =
      new OutcomeReport(
          new ErrorLines(
              new Streams(
                  new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                  new PrintStream(err, true, StandardCharsets.UTF_8))));

  @Test
  void a_signed_refusal_is_told_in_alipay_pluss_words() {
    assertThat(new Outcome.Refused(invalidSignature("bad"), true, 1).fold(report))
        .isEqualTo(ExitCode.REFUSED);

    assertThat(line(0)).isEqualTo("paycode: Alipay+ refused: INVALID_SIGNATURE (F): bad");
  }

  @Test
  void an_unsigned_refusal_is_untrusted_and_its_message_is_not_repeated() {
    int exitCode =
        new Outcome.Refused(invalidSignature("call 555 and read out your key"), false, 1)
            .fold(report);

    assertThat(exitCode).isEqualTo(ExitCode.UNTRUSTED);
    assertThat(line(0))
        .isEqualTo("paycode: An answer that nobody signed says INVALID_SIGNATURE (F)");
    assertThat(line(1))
        .startsWith("It may be anybody's. Check the gateway's address and the network;")
        .endsWith(SpecifiedCode.INVALID_SIGNATURE.remedy().advice());
    assertThat(all()).doesNotContain("555");
  }

  @Test
  void a_result_with_a_full_stop_of_its_own_gets_no_second_one() {
    gaveUp(answer("The service is not available."), true);

    assertThat(line(0))
        .isEqualTo(
            "paycode: gave up after 3 attempts: Alipay+ answers UNKNOWN_EXCEPTION (U): The service is"
                + " not available. Codes may have been issued that nobody received.");
  }

  @Test
  void a_detail_stands_inside_the_sentence() {
    gaveUp(new Reply.NoResult(Cause.SERVER_ERROR, "HTTP 502"), false);

    assertThat(line(0)).endsWith("reported a failure of its own (HTTP 502).");
  }

  @ParameterizedTest
  @EnumSource
  void no_cause_makes_two_full_stops(Cause cause) {
    gaveUp(new Reply.NoResult(cause), true);

    assertThat(line(0)).doesNotContain("..").doesNotContain(". .");
  }

  @Test
  void whoever_is_throttled_has_not_been_issued_codes() {
    gaveUp(new Reply.Throttled(Duration.ZERO), true);
    gaveUp(answer(SpecifiedCode.REQUEST_TRAFFIC_EXCEED_LIMIT, "slower"), true);

    assertThat(all()).doesNotContain("issued").contains("HTTP 429").contains("slower");
  }

  private void gaveUp(Reply last, boolean mayHaveReached) {
    new Outcome.GaveUp(Outcome.Limit.ATTEMPTS, last, mayHaveReached, 3).fold(report);
  }

  private static Reply answer(String message) {
    return answer(SpecifiedCode.UNKNOWN_EXCEPTION, message);
  }

  private static Reply answer(SpecifiedCode code, String message) {
    return new Reply.Answer(
        Result.of(code.status(), code.code(), message),
        List.of(),
        0,
        HandMovedTime.NOON,
        KeyVersion.FIRST);
  }

  private static Result invalidSignature(String message) {
    return Result.of(ResultStatus.F, ResultCode.parse("INVALID_SIGNATURE"), message);
  }

  private String line(int index) {
    return all().lines().toList().get(index);
  }

  private String all() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
