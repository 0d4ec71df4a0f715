package dev.paycode.sandbox;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Map;

/** Signs answers in Alipay+'s place (protocol.md §2). */
final class AnswerSigner {

  private final PrivateKey key;
  private final KeyVersion keyVersion;

  AnswerSigner(PrivateKey key, KeyVersion keyVersion) {
    this.key = key;
    this.keyVersion = keyVersion;
  }

  /**
   * The answer with this body, signed.
   *
   * @param path the path that was called
   * @param clientId who called
   * @param time the time of the answer
   */
  Answer sign(String path, ClientId clientId, Instant time, String body) {
    String responseTime = AnswerBody.print(time);
    SignedContent content =
        SignedContent.of(path, clientId, responseTime, body.getBytes(StandardCharsets.UTF_8));
    SignatureHeader signature = SignatureHeader.of(keyVersion, Rsa.sign(key, content.bytes()));
    return new Answer(
        200,
        Map.of(
            "Content-Type",
            "application/json; charset=UTF-8",
            "Client-Id",
            clientId.value(),
            "Response-Time",
            responseTime,
            "Signature",
            signature.print()),
        body);
  }
}
