package dev.paycode.http;

import dev.paycode.message.ClientId;
import dev.paycode.message.MessageTime;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageSigner;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** Puts a body under its headers: who sends it, when, and the signature over all of it. */
final class SignedRequests {

  private final GatewayAddress address;
  private final ClientId clientId;
  private final MessageSigner signer;
  private final ZoneOffset offset;
  private final Consumer<HttpRequest.Builder> additions;
  private final String userAgent = UserAgent.current();

  /**
   * @param additions puts headers on a request that are not signed
   */
  SignedRequests(
      GatewayAddress address,
      ClientId clientId,
      MessageSigner signer,
      ZoneOffset offset,
      Consumer<HttpRequest.Builder> additions) {
    this.address = address;
    this.clientId = clientId;
    this.signer = signer;
    this.offset = offset;
    this.additions = additions;
  }

  /** The request with this body, stamped and signed at that time. Throws what the signer throws. */
  HttpRequest.Builder signedAt(Instant time, RequestBody body) {
    String requestTime = MessageTime.print(time, offset);
    SignatureHeader signature =
        signer.sign(SignedContent.of(GatewayAddress.PATH, clientId, requestTime, body.bytes()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.endpoint())
            .header("Client-Id", clientId.value())
            .header("Request-Time", requestTime)
            .header("Signature", signature.print())
            .header("Content-Type", "application/json; charset=UTF-8")
            .header("User-Agent", userAgent);
    additions.accept(request);
    return request;
  }
}
