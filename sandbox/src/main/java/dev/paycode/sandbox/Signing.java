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

/**
 * Signs an answer in Alipay+'s place (protocol.md §2).
 *
 * @param key the key
 * @param keyVersion the version that the header names
 * @param path the path that was called
 * @param clientId who called
 * @param time the time of the answer
 */
record Signing(
    PrivateKey key, KeyVersion keyVersion, String path, ClientId clientId, Instant time) {

  /** The same with another version in the header. */
  Signing with(KeyVersion other) {
    return new Signing(key, other, path, clientId, time);
  }

  /** The same as if that path had been called. */
  Signing on(String other) {
    return new Signing(key, keyVersion, other, clientId, time);
  }

  /** The same as if that client had called. */
  Signing to(ClientId other) {
    return new Signing(key, keyVersion, path, other, time);
  }

  /** The same at another time. */
  Signing at(Instant other) {
    return new Signing(key, keyVersion, path, clientId, other);
  }

  /** The answer with this body, signed. */
  Answer sign(byte[] body) {
    String responseTime = AnswerBody.print(time);
    SignedContent content = SignedContent.of(path, clientId, responseTime, body);
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
        body);
  }

  /** The answer with this body in UTF-8, signed. */
  Answer sign(String body) {
    return sign(body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Signing[" + keyVersion + ", " + path + ", " + clientId + ", " + time + "]";
  }
}
