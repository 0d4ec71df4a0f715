package dev.paycode.sandbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** The other side, written from protocol.md with the JDK alone: shares no code with the sandbox. */
final class Wallet {

  static final String PATH = "/aps/api/v1/codes/getPaymentCode";
  static final String CLIENT_ID = "SANDBOX_5X00000000000000";

  private Wallet() {}

  /** The signature in standard Base64. */
  static String sign(PrivateKey key, String path, String clientId, String time, byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(
          ("POST " + path + "\n" + clientId + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static String urlEncoded(String base64) {
    return URLEncoder.encode(base64, StandardCharsets.UTF_8);
  }

  /** Whether the key's owner signed this answer to a call of that path. */
  static boolean believes(PublicKey key, String path, HttpHeaders headers, String body) {
    String header = headers.firstValue("Signature").orElseThrow();
    String value = header.substring(header.indexOf("signature=") + "signature=".length());
    String content =
        "POST "
            + path
            + "\n"
            + headers.firstValue("Client-Id").orElseThrow()
            + "."
            + headers.firstValue("Response-Time").orElseThrow()
            + "."
            + body;
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update(content.getBytes(StandardCharsets.UTF_8));
      return signature.verify(
          Base64.getDecoder().decode(URLDecoder.decode(value, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
