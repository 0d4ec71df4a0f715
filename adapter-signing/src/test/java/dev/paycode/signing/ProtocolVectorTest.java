package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The signed request of protocol.md §2, made with openssl and a published test key. */
class ProtocolVectorTest {

  private static final String PUBLIC_KEY =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAisP7/U/dBV43yK38lTzH5TH5rlXQGcY1fEypYSMvTjZsOZTi"
          + "H5eAvKiGfAJ4yMwzmlnDaOZpbFMh7wCmfNbaMzDyFqhcCbytzVZu9Hafb364JDoHVJuc0jZ66tTNyiLZGeNWIqdE"
          + "k7Uj33k/+Fkd/MVCDSgx/5w8BhdeGO7UTG2FOhvavF9DUULGtzNekKEjZumA0A83Fvp0hE2/qZLNA+cljo162d/U"
          + "R6dc9/Mk/iAP6K2GXQ7Dtg/USlLOg2slpYmJXnQobZ3S57TEeZLUGOLMNd3Mq6op5ZJ/95VBi7zlyH6FRTnmCTWF"
          + "gsiMwaXbCj7dJyxgU0CL2NdylKSPOQIDAQAB";
  private static final String SIGNATURE =
      "WlRHtBQJ8uPYisEc6jyZG5EeYvgGeb5oob_A7OCgJe5YI3O92_O9OjD2VMbAtptzUbTaE9lqjBEFidnOrbRqdcf4xol8"
          + "30LViJUX3VMVK8BNuHGzcQnEzo6QSZoPv4HrWH7E5ElRZq-APPlgKIwZqLDjKe7f9ppK8blPOeXnpmngzzYEGASI"
          + "Yj62VorbfKpx1sHFlw0030rmn7EPXVR7v7GrESQlU81v1n-jWISdDWdytKBLBBzYolO3S5WGsIM-3KdO37tqX5Y8"
          + "XwORD2PRC0oKT0uy62CLkyMJlpl1luewEnKQr5o1YN1v3YniBVRM7oQvG3WcpKEJ_1WAGi4PCg";
  private static final String BODY =
      "{\"region\":\"JP\",\"customerId\":\"1234567890123456\",\"codeQuantity\":\"2\","
          + "\"env\":{\"deviceTokenId\":\"device-0001\"}}";

  private final SignedContent content =
      SignedContent.of(
          "/aps/api/v1/codes/getPaymentCode",
          new ClientId("SANDBOX_5X00000000000000"),
          "2024-06-01T12:00:00+08:00",
          BODY.getBytes(StandardCharsets.UTF_8));

  @Test
  void the_content_is_the_193_bytes_of_the_vector() throws NoSuchAlgorithmException {
    assertThat(new String(content.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "POST /aps/api/v1/codes/getPaymentCode\n"
                + "SANDBOX_5X00000000000000.2024-06-01T12:00:00+08:00."
                + BODY);
    assertThat(content.bytes()).hasSize(193);
    assertThat(sha256(content.bytes()))
        .isEqualTo("840e63f2318ccfbf536391b4bc1cbdda12d1cc7b8295b2cded11c92a241407d2");
  }

  @Test
  void the_key_is_the_one_that_the_vector_names() throws NoSuchAlgorithmException {
    assertThat(sha256(RsaKeys.parsePublic(PUBLIC_KEY).getEncoded()))
        .isEqualTo("0a86560961dafbc514037b4bbe10679b948ea607ab9187203e54e25157d368cc");
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  static List<String> shapes() {
    byte[] bytes = Base64.getUrlDecoder().decode(SIGNATURE);
    String standard = Base64.getEncoder().encodeToString(bytes);
    return List.of(
        SIGNATURE,
        Base64.getUrlEncoder().encodeToString(bytes),
        standard,
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        standard.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void the_signature_verifies_in_each_shape_it_is_written_in(String signature) {
    SignatureHeader header =
        SignatureHeader.parse("algorithm=RSA256, keyVersion=1, signature=" + signature)
            .orElseThrow();
    assertThat(RsaVerifier.of(RsaKeys.parsePublic(PUBLIC_KEY)).verify(content, header))
        .isEqualTo(new Verdict.Verified(KeyVersion.FIRST));
  }
}
