package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WycheproofVerifyingTest {

  private static final Verdict VERIFIED = new Verdict.Verified(KeyVersion.FIRST);
  private static final Verdict WRONG = new Verdict.Distrusted(Cause.SIGNATURE_WRONG);

  /** Test 8 of each file: a DigestInfo without NULL parameters. */
  private static final int LEFT_OPEN = 8;

  /**
   * The decisions on it. RFC 8017 (appendix A.2.4) has verifiers accept it, and nobody signs so; it
   * is left to the provider, since no forger gains from it.
   */
  private static final Map<String, Verdict> DECISIONS =
      Map.of(
          "AmazonCorrettoCryptoProvider", WRONG,
          "Conscrypt", WRONG,
          "SunRsaSign", VERIFIED,
          "BC", VERIFIED);

  static Stream<Arguments> files() {
    return Providers.all()
        .flatMap(
            provider ->
                Stream.of(
                    arguments(provider, "rsa_signature_2048_sha256_test.json", 7, 1, 249),
                    arguments(provider, "rsa_signature_3072_sha256_test.json", 7, 1, 250),
                    arguments(provider, "rsa_signature_4096_sha256_test.json", 7, 1, 250)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void what_is_valid_verifies_and_what_is_not_does_not(
      RsaProvider provider, String file, int valid, int acceptable, int invalid) {
    Map<String, Integer> counted = new TreeMap<>();
    Wycheproof.groups(file)
        .filter(group -> !hasSmallExponent(group))
        .forEach(group -> check(provider, group, counted));
    assertThat(counted)
        .containsOnly(
            Map.entry("valid", valid),
            Map.entry("acceptable", acceptable),
            Map.entry("invalid", invalid));
  }

  private static void check(RsaProvider provider, JsonNode group, Map<String, Integer> counted) {
    RsaVerifier verifier =
        RsaVerifier.of(RsaKeys.parsePublic(group.get("publicKeyPem").asString()), provider);
    for (JsonNode test : group.get("tests")) {
      String result = test.get("result").asString();
      Verdict verdict =
          verifier.verify(
              bytes(test, "msg"), SignatureHeader.of(KeyVersion.FIRST, bytes(test, "sig")));
      assertThat(verdict)
          .as("tcId %s", test.get("tcId"))
          .isEqualTo(expected(provider, test, result));
      counted.merge(result, 1, Integer::sum);
    }
  }

  private static Verdict expected(RsaProvider provider, JsonNode test, String result) {
    return switch (result) {
      case "valid" -> VERIFIED;
      case "invalid" -> WRONG;
      default -> {
        assertThat(test.get("tcId").asInt()).isEqualTo(LEFT_OPEN);
        yield DECISIONS.get(provider.name());
      }
    };
  }

  private static byte[] bytes(JsonNode test, String field) {
    return HexFormat.of().parseHex(test.get(field).asString());
  }

  @ParameterizedTest
  @CsvSource({
    "rsa_signature_2048_sha256_test.json, 258 259",
    "rsa_signature_3072_sha256_test.json, 259"
  })
  void signatures_that_only_a_key_with_exponent_3_verifies_find_no_key(String file, String ids) {
    List<String> refused = new ArrayList<>();
    Wycheproof.groups(file)
        .filter(WycheproofVerifyingTest::hasSmallExponent)
        .forEach(
            group -> {
              String pem = group.get("publicKeyPem").asString();
              assertThatThrownBy(() -> RsaKeys.parsePublic(pem))
                  .isInstanceOf(UnusableKeyException.class)
                  .hasMessageContaining("has the public exponent 3,");
              group.get("tests").forEach(test -> refused.add(test.get("tcId").asString()));
            });
    assertThat(String.join(" ", refused)).isEqualTo(ids);
  }

  private static boolean hasSmallExponent(JsonNode group) {
    return group.get("publicKey").get("publicExponent").asString().equals("03");
  }
}
