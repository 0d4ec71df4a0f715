package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WycheproofSigningTest {

  static Stream<Arguments> files() {
    return Providers.all()
        .flatMap(
            provider ->
                Stream.of(
                    arguments(provider, "rsa_pkcs1_2048_sig_gen_test.json", 8, 2),
                    arguments(provider, "rsa_pkcs1_3072_sig_gen_test.json", 8, 1)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_message_gets_the_one_signature_it_can_have(
      RsaProvider provider, String file, int made, int refused) throws GeneralSecurityException {
    List<String> signatures = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (JsonNode group : sha256Groups(file)) {
      String pem = group.get("privateKeyPem").asString();
      if (group.get("privateKey").get("publicExponent").asString().equals("03")) {
        assertThatThrownBy(() -> RsaKeys.parsePrivate(pem))
            .isInstanceOf(UnusableKeyException.class)
            .hasMessageContaining("has the public exponent 3,");
        refusals.add(pem);
        continue;
      }
      PrivateKey key = RsaKeys.parsePrivate(pem);
      for (JsonNode test : group.get("tests")) {
        byte[] signature = SigningKey.in(provider, key).orElseThrow().sign(hex(test, "msg"));
        assertThat(signature).as("tcId %s", test.get("tcId")).isEqualTo(hex(test, "sig"));
        signatures.add(test.get("tcId").asString());
      }
    }
    assertThat(signatures).hasSize(made);
    assertThat(refusals).hasSize(refused);
  }

  private static List<JsonNode> sha256Groups(String file) {
    return Wycheproof.groups(file)
        .filter(group -> group.get("sha").asString().equals("SHA-256"))
        .toList();
  }

  private static byte[] hex(JsonNode test, String field) {
    return HexFormat.of().parseHex(test.get(field).asString());
  }
}
