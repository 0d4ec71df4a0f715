package dev.paycode.sandbox;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
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
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    SignedContent content = SignedContent.of(path, clientId, responseTime, bytes);
    SignatureHeader signature = SignatureHeader.of(keyVersion, Rsa.sign(key, content.bytes()));
    return Answer.of(
        200,
        Map.of(
            "Content-Type",
            List.of("application/json; charset=UTF-8"),
            "Client-Id",
            List.of(clientId.value()),
            "Response-Time",
            List.of(responseTime),
            "Signature",
            List.of(signature.print())),
        bytes);
  }
}
