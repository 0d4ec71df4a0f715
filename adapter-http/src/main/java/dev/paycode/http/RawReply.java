package dev.paycode.http;

import dev.paycode.handling.Cause;
import dev.paycode.message.ClientId;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;

/** What came over the wire, nothing of it believed yet. Its text form holds none of it. */
final class RawReply {

  private static final String SIGNATURE = "Signature";
  private static final String RESPONSE_TIME = "Response-Time";

  private final int status;
  private final HttpHeaders headers;
  private final ReceivedBody body;

  RawReply(int status, HttpHeaders headers, ReceivedBody body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static RawReply of(HttpResponse<ReceivedBody> response) {
    return new RawReply(response.statusCode(), response.headers(), ReceivedBody.of(response));
  }

  /** What the reply would be if its body ended here. */
  static RawReply soFar(ResponseInfo head, byte[] body) {
    return new RawReply(head.statusCode(), head.headers(), ReceivedBody.of(body));
  }

  int status() {
    return status;
  }

  /** The body's bytes as they came. */
  byte[] body() {
    return body.bytes();
  }

  /** What is wrong with the reply's outside, before anybody asks who sent it. */
  Optional<Cause> objection() {
    if (body.refusal().isPresent()) {
      return body.refusal();
    }
    if (isEncoded()) {
      return Optional.of(Cause.BODY_ENCODED);
    }
    return repeats(SIGNATURE) || repeats(RESPONSE_TIME)
        ? Optional.of(Cause.HEADER_REPEATED)
        : Optional.empty();
  }

  private boolean isEncoded() {
    return !headers.allValues("Content-Encoding").stream().allMatch("identity"::equalsIgnoreCase);
  }

  private boolean repeats(String name) {
    return headers.allValues(name).size() > 1;
  }

  Optional<String> signature() {
    return headers.firstValue(SIGNATURE);
  }

  Optional<String> responseTime() {
    return headers.firstValue(RESPONSE_TIME);
  }

  Optional<String> retryAfter() {
    return headers.firstValue("Retry-After");
  }

  /** Whether the reply is addressed to this client, or to nobody in particular. */
  boolean isFor(ClientId client) {
    return headers.allValues("Client-Id").stream().allMatch(client.value()::equals);
  }
}
