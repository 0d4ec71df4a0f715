package dev.paycode.handling;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.message.KeyVersion;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Replies of every kind. */
final class Replies {

  static final Instant ANSWERED = Instant.parse("2024-06-01T12:00:00Z");

  private Replies() {}

  static Reply success(IssuedCode... codes) {
    return answer(ResultStatus.S, "SUCCESS", codes);
  }

  static Reply answer(ResultStatus status, String code, IssuedCode... codes) {
    return new Reply.Answer(
        Result.of(status, ResultCode.parse(code), ""),
        List.of(codes),
        0,
        ANSWERED,
        KeyVersion.FIRST);
  }

  static IssuedCode anyCode() {
    return codeExpiring(ANSWERED.plusSeconds(60));
  }

  static IssuedCode codeExpiring(Instant expiry) {
    return IssuedCode.of(
        PaymentCode.parse("281006020000000000125733"),
        ValidityWindow.between(expiry.minusSeconds(60), expiry));
  }

  static Reply refused(String code) {
    return answer(ResultStatus.F, code);
  }

  static Reply unknown() {
    return answer(ResultStatus.U, "UNKNOWN_EXCEPTION");
  }

  static Reply throttled() {
    return answer(ResultStatus.U, "REQUEST_TRAFFIC_EXCEED_LIMIT");
  }

  static Reply none(Cause cause) {
    return new Reply.NoResult(cause);
  }

  static Reply unsignedRefusal() {
    return new Reply.Unauthenticated(
        Result.of(ResultStatus.F, ResultCode.parse("INVALID_SIGNATURE"), ""));
  }

  static Reply misconfigured() {
    return new Reply.Misconfigured("The certificate has expired.", "Renew it.");
  }

  static Arbitrary<Reply> any() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            success(anyCode()),
            success(),
            success(codeExpiring(ANSWERED)),
            answer(ResultStatus.S, "UNKNOWN_EXCEPTION", anyCode()),
            refused("PROCESS_FAIL"),
            refused("SUCCESS"),
            refused("REQUEST_TRAFFIC_EXCEED_LIMIT"),
            unknown(),
            throttled(),
            answer(ResultStatus.U, "SUCCESS"),
            unsignedRefusal(),
            misconfigured(),
            new Reply.Throttled(Duration.ofSeconds(3)),
            new Reply.Throttled(Duration.ofSeconds(-1))),
        Arbitraries.of(Cause.values()).map(Replies::none));
  }
}
