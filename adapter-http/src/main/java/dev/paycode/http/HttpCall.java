package dev.paycode.http;

import dev.paycode.handling.Reply;
import dev.paycode.port.out.PreparedCall;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One request, stamped and signed anew each time it is sent. */
final class HttpCall implements PreparedCall {

  private final RequestBody body;
  private final SignedRequests requests;
  private final Transport transport;
  private final InstantSource clock;

  HttpCall(RequestBody body, SignedRequests requests, Transport transport, InstantSource clock) {
    this.body = body;
    this.requests = requests;
    this.transport = transport;
    this.clock = clock;
  }

  @Override
  public Reply send(Duration timeout) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Deadline deadline = Deadline.after(timeout);
    Instant sent = clock.instant();
    HttpRequest.Builder request;
    try {
      request = requests.signedAt(sent, body);
    } catch (RuntimeException unsigned) {
      return unsignable(unsigned);
    }
    return transport.post(request, body, sent, deadline);
  }

  /** Names only the type of the failure: its text is the signer's, who handles the private key. */
  private static Reply unsignable(RuntimeException failure) {
    return new Reply.Misconfigured(
        "The request could not be signed: " + failure.getClass().getSimpleName() + ".",
        "Check the private key and whatever holds it.");
  }

  @Override
  public String bodyDigest() {
    return body.digest();
  }
}
