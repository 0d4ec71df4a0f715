package dev.paycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.Presentation;
import dev.paycode.code.ValidityWindow;
import dev.paycode.handling.ClockOffset;
import dev.paycode.handling.Instruction;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.handling.ResultHandling;
import dev.paycode.handling.RetryPolicy;
import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that carry a canary never sing: no text of a public type reveals a secret. */
class CanaryTest {

  private static final String CODE = "281006020000000000125733";
  private static final String CUSTOMER = "canary-customer";
  private static final String DEVICE = "canary-device";
  private static final String BODY = "{\"canary\":\"body\"}";
  private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");

  private static final List<String> SECRETS =
      List.of(
          CODE,
          CODE.substring(0, 20),
          CODE.substring(CODE.length() - 5),
          CUSTOMER,
          DEVICE,
          BODY,
          "c2VjcmV0");

  static Stream<Object> carriers() {
    IssuedCode issued =
        IssuedCode.of(PaymentCode.parse(CODE), ValidityWindow.between(NOON, NOON.plusSeconds(60)));
    CodeSchedule schedule = CodeSchedule.of(List.of(issued));
    Presentation presentation = schedule.presentableAt(NOON, Duration.ZERO).orElseThrow();
    CodeRequest request = CodeRequest.of(CustomerId.parse(CUSTOMER), DeviceEnvironment.of(DEVICE));
    Result result =
        Result.of(ResultStatus.S, ResultCode.parse("SUCCESS"), "code " + CODE + " issued");
    Reply answer = new Reply.Answer(result, List.of(issued), 0, NOON, KeyVersion.FIRST);
    ResultHandling obtained =
        ResultHandling.ready(RetryPolicy.ofDefaults(), NOON).start(NOON).received(answer, NOON, 0);
    Outcome outcome = obtained.outcome().orElseThrow();
    SignedContent content =
        SignedContent.of("/p", ClientId.parse("c"), "t", BODY.getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        issued.code(),
        issued,
        Optional.of(issued.code()),
        List.of(issued),
        schedule,
        schedule.without(issued.code()),
        presentation,
        request,
        request.holder(),
        request.environment(),
        request.customerId(),
        result,
        answer,
        new Reply.Unauthenticated(
            Result.of(ResultStatus.F, ResultCode.parse("PROCESS_FAIL"), CODE)),
        obtained,
        obtained.instruction(),
        new Instruction.Finish(outcome),
        outcome,
        new Outcome.GaveUp(Outcome.Limit.ATTEMPTS, answer, true, 1),
        new Showing.Code(presentation, NOON, ClockOffset.NONE),
        new Showing.NoCode(new Outcome.GaveUp(Outcome.Limit.ATTEMPTS, answer, true, 1)),
        Attempt.of(1, Duration.ZERO, answer, ClockOffset.NONE, "digest"),
        new RefillLease(request.holder(), 1),
        new StoreUnavailableException("down", new Exception("timeout")),
        SignatureHeader.of(KeyVersion.FIRST, "secret".getBytes(StandardCharsets.UTF_8)),
        content);
  }

  @ParameterizedTest
  @MethodSource("carriers")
  void no_text_of_a_carrier_reveals_a_secret(Object carrier) {
    assertThat(carrier.toString()).doesNotContain(SECRETS.toArray(String[]::new));
  }
}
