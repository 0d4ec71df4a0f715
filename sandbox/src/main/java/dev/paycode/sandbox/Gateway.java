package dev.paycode.sandbox;

import dev.paycode.message.ClientId;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import java.time.Instant;
import java.time.InstantSource;

/** What Alipay+ would say to a request; knows nothing of connections. */
final class Gateway {

  private final RequestCheck check;
  private final AnswerSigner signer;
  private final CodeIssuer issuer;
  private final FirstCalls firstCalls;
  private final HeldConnections held;
  private final InstantSource clock;
  private final ClientId clientId;

  private Gateway(SandboxOptions options, Ledger ledger) {
    this.check =
        new RequestCheck(options.clientId(), options.keyVersion(), options.keys().mppPublicKey());
    this.signer = new AnswerSigner(options.keys().alipayPrivateKey(), options.keyVersion());
    this.issuer = new CodeIssuer(options.random(), ledger);
    this.firstCalls = new FirstCalls();
    this.held = new HeldConnections();
    this.clock = options.clock();
    this.clientId = options.clientId();
  }

  /** The gateway with these options that enters into the ledger whatever it issues. */
  static Gateway of(SandboxOptions options, Ledger ledger) {
    return new Gateway(options, ledger);
  }

  /** What to do after this request. */
  Delivery answer(ReceivedRequest request) {
    Instant now = clock.instant();
    return check
        .judge(request)
        .fold(
            accepted -> Scripts.answer(call(request, accepted, now)),
            refused -> refusal(request, now, refused));
  }

  private Delivery refusal(ReceivedRequest request, Instant now, Result refused) {
    Answer answer = signer.sign(request.path(), caller(request), now, AnswerBody.of(refused));
    return request.isHead() ? connection -> connection.write(answer.head()) : answer;
  }

  private Call call(ReceivedRequest received, CodeRequest request, Instant now) {
    return new Call(
        request,
        now,
        (time, body) -> signer.sign(received.path(), clientId, time, body),
        issuer,
        firstCalls,
        held);
  }

  /** Whoever the request says is calling; our own client where it does not say. */
  private ClientId caller(ReceivedRequest request) {
    try {
      return request.header("Client-Id").map(ClientId::parse).orElse(clientId);
    } catch (IllegalArgumentException unreadable) {
      return clientId;
    }
  }
}
