package dev.paycode.usecase;

import dev.paycode.code.IssuedCode;
import dev.paycode.contract.Fixtures;
import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A gateway that follows a script, and issues codes as Alipay+ does when the script has ended. */
final class ScriptedGateway implements CodeGateway {

  /** What one attempt does instead of issuing codes. */
  @FunctionalInterface
  interface Act {
    Reply perform(CodeRequest request, Duration timeout) throws InterruptedException;
  }

  private final VirtualTime time;
  private final Queue<Act> script = new ArrayDeque<>();
  private final List<CodeRequest> sent = new ArrayList<>();
  private final List<Duration> timeouts = new ArrayList<>();
  private final List<IssuedCode> issued = new ArrayList<>();
  private Duration ahead = Duration.ZERO;

  ScriptedGateway(VirtualTime time) {
    this.time = time;
  }

  synchronized ScriptedGateway then(Act act) {
    script.add(act);
    return this;
  }

  ScriptedGateway thenReply(Reply reply) {
    return then((request, timeout) -> reply);
  }

  ScriptedGateway thenTakeTooLong() {
    return then(
        (request, timeout) -> {
          time.pass(timeout);
          return new Reply.NoResult(Cause.TIMED_OUT);
        });
  }

  void clockAheadBy(Duration difference) {
    ahead = difference;
  }

  synchronized boolean followsNoScript() {
    return script.isEmpty();
  }

  synchronized List<CodeRequest> sent() {
    return List.copyOf(sent);
  }

  synchronized List<Duration> timeouts() {
    return List.copyOf(timeouts);
  }

  synchronized List<IssuedCode> issued() {
    return List.copyOf(issued);
  }

  @Override
  public PreparedCall prepare(CodeRequest request) {
    return new PreparedCall() {
      @Override
      public Reply send(Duration timeout) throws InterruptedException {
        return next(request, timeout).perform(request, timeout);
      }

      @Override
      public String bodyDigest() {
        return "digest of " + request.quantity();
      }
    };
  }

  private synchronized Act next(CodeRequest request, Duration timeout) {
    sent.add(request);
    timeouts.add(timeout);
    return script.isEmpty() ? (asked, end) -> issue(asked) : script.remove();
  }

  synchronized Reply issue(CodeRequest request) {
    Instant serverNow = time.now().plus(ahead);
    List<IssuedCode> batch =
        Fixtures.batch(issued.size() + 1, request.quantity().value(), serverNow);
    issued.addAll(batch);
    return new Reply.Answer(
        result(ResultStatus.S, "SUCCESS"), batch, 0, serverNow, KeyVersion.FIRST);
  }

  Reply answer(ResultStatus status, String code) {
    return new Reply.Answer(
        result(status, code), List.of(), 0, time.now().plus(ahead), KeyVersion.FIRST);
  }

  private static Result result(ResultStatus status, String code) {
    return Result.of(status, ResultCode.parse(code), "");
  }
}
