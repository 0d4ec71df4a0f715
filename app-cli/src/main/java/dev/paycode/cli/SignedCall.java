package dev.paycode.cli;

import dev.paycode.handling.ClockOffset;
import dev.paycode.handling.Reply;
import dev.paycode.http.HttpCodeGatewayBuilder;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** One call for one code, and what its answer tells of the set-up. */
final class SignedCall {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** So that the answer of a clock that is wrong is read, too: how wrong it is, it tells itself. */
  private static final Duration AT_ANY_TIME = Duration.ofDays(36_500);

  /** Less than this is a matter of course. */
  private static final Duration MOST_OFFSET = Duration.ofSeconds(10);

  private final Supplier<HttpCodeGatewayBuilder> gateway;
  private final CodeRequest request;
  private final InstantSource clock;
  private Optional<Answered> answered = Optional.empty();

  private record Answered(Reply.Answer answer, ClockOffset offset) {}

  /**
   * @param gateway the gateway to call, asked for once its keys are known to be sound
   */
  SignedCall(Supplier<HttpCodeGatewayBuilder> gateway, CodeRequest request, InstantSource clock) {
    this.gateway = gateway;
    this.request = request;
    this.clock = clock;
  }

  /** Whether an answer came that Alipay+ signed; nothing of it is kept. */
  String answer() throws InterruptedException {
    Instant sent = clock.instant();
    Reply reply =
        Sessions.built(gateway.get().clockSkew(AT_ANY_TIME).freshness(AT_ANY_TIME))
            .prepare(request)
            .send(TIMEOUT);
    if (!(reply instanceof Reply.Answer answer)) {
      throw Failure.of(reply.fold(new LastReply()));
    }
    answered =
        Optional.of(
            new Answered(
                answer.withoutCodes(),
                ClockOffset.between(sent, clock.instant(), answer.answeredAt())));
    return "The answer verifies with Alipay+'s key, version "
        + answer.keyVersion()
        + ("; the provider " + Sessions.provider() + " signs and verifies.");
  }

  /** Whether this machine's clock shows the time that the answer was signed at. */
  String clock() {
    Duration ahead = answered.orElseThrow().offset().ahead();
    if (ahead.abs().compareTo(MOST_OFFSET) > 0) {
      throw Failure.misconfigured(
          "this machine's clock is "
              + ahead.abs().toSeconds()
              + (ahead.isNegative() ? " s ahead of" : " s behind")
              + " the gateway's",
          "Set it, and keep it right by NTP: requests and answers of another time are refused.");
    }
    return ahead.isZero()
        ? "It agrees with the gateway's."
        : "It is within " + MOST_OFFSET.toSeconds() + " s of the gateway's.";
  }

  /** Whether what was answered is a success. */
  String result() {
    Result result = answered.orElseThrow().answer().result();
    if (!result.isSuccess()) {
      throw Failure.of(
          new Told(
              result.isRefusal() ? ExitCode.REFUSED : ExitCode.GAVE_UP,
              "Alipay+ answers " + OutcomeWords.inWords(result),
              result.remedy().advice()));
    }
    return "Alipay+ issues codes to this client.";
  }
}
