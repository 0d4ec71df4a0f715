package dev.paycode.sandbox;

import dev.paycode.message.ClientId;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import java.time.Instant;
import java.time.InstantSource;

/** What Alipay+ would say to a request; knows nothing of connections. */
final class Gateway {

  private final SandboxOptions options;
  private final InstantSource clock;
  private final RequestCheck check;
  private final CodeIssuer issuer;
  private final Screenplay screenplay;
  private final CallLog calls;
  private final ScriptFailures failures;
  private final Memory memory = Memory.empty();

  /**
   * @param ledger where issued codes are entered
   * @param calls where calls are entered
   * @param screenplay says which call gets which script
   * @param failures where it is entered what scripts threw
   */
  Gateway(
      SandboxOptions options,
      Ledger ledger,
      CallLog calls,
      Screenplay screenplay,
      ScriptFailures failures) {
    this.options = options;
    this.clock = options.clock();
    this.check =
        new RequestCheck(options.clientId(), options.keyVersion(), options.keys().mppPublicKey());
    this.issuer = new CodeIssuer(options.random(), ledger);
    this.screenplay = screenplay;
    this.calls = calls;
    this.failures = failures;
  }

  /** What to do after this request. */
  Delivery answer(ReceivedRequest request) {
    int number = calls.next();
    Instant now = clock.instant();
    return check
        .judge(request)
        .fold(
            accepted -> play(number, accepted, signing(request, options.clientId(), now)),
            refused -> refusal(number, request, refused, now));
  }

  private Delivery play(int number, CodeRequest request, Signing signing) {
    try {
      Script script = screenplay.scriptFor(request);
      Delivery delivery =
          script.play(new Call(number, request, script.name(), signing, issuer, memory));
      calls.enter(number, signing.time(), script.name());
      return delivery;
    } catch (Throwable thrown) {
      // a test's author may assert within a script, or write it in Kotlin: anything may come
      calls.enter(number, signing.time(), ScriptFailures.ANSWER);
      return failures.enter(thrown);
    }
  }

  private Delivery refusal(int number, ReceivedRequest request, Result refused, Instant now) {
    calls.enter(number, now, refused.code().text());
    Answer answer = signing(request, caller(request), now).sign(AnswerBody.of(refused).toString());
    return request.isHead() ? connection -> connection.write(answer.head()) : answer;
  }

  private Signing signing(ReceivedRequest request, ClientId caller, Instant now) {
    return new Signing(
        options.keys().alipayPrivateKey(), options.keyVersion(), request.path(), caller, now);
  }

  /** Whoever the request says is calling; our own client where it does not say. */
  private ClientId caller(ReceivedRequest request) {
    try {
      return request.header("Client-Id").map(ClientId::parse).orElse(options.clientId());
    } catch (IllegalArgumentException unreadable) {
      return options.clientId();
    }
  }
}
