package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WycheproofVerifyingTest {

  private static final Verdict VERIFIED = new Verdict.Verified(KeyVersion.FIRST);
  private static final Verdict WRONG = new Verdict.Distrusted(Cause.SIGNATURE_WRONG);

  /**
   * The decisions on what Wycheproof leaves open: a DigestInfo without NULL parameters, which RFC
   * 8017 (appendix A.2.4) tells verifiers to accept.
   */
  private static final Map<Integer, Verdict> ACCEPTABLE = Map.of(8, VERIFIED);

  @ParameterizedTest
  @CsvSource({
    "rsa_signature_2048_sha256_test.json, 7, 1, 249",
    "rsa_signature_3072_sha256_test.json, 7, 1, 250",
    "rsa_signature_4096_sha256_test.json, 7, 1, 250"
  })
  void what_is_valid_verifies_and_what_is_not_does_not(
      String file, int valid, int acceptable, int invalid) {
    Map<String, Integer> counted = new TreeMap<>();
    Wycheproof.groups(file)
        .filter(group -> !hasSmallExponent(group))
        .forEach(group -> check(group, counted));
    assertThat(counted)
        .containsOnly(
            Map.entry("valid", valid),
            Map.entry("acceptable", acceptable),
            Map.entry("invalid", invalid));
  }

  private static void check(JsonNode group, Map<String, Integer> counted) {
    RsaVerifier verifier =
        RsaVerifier.of(RsaKeys.parsePublic(group.get("publicKeyPem").asString()));
    for (JsonNode test : group.get("tests")) {
      String result = test.get("result").asString();
      Verdict verdict =
          verifier.verify(
              bytes(test, "msg"), SignatureHeader.of(KeyVersion.FIRST, bytes(test, "sig")));
      assertThat(verdict).as("tcId %s", test.get("tcId")).isEqualTo(expected(test, result));
      counted.merge(result, 1, Integer::sum);
    }
  }

  private static Verdict expected(JsonNode test, String result) {
    return switch (result) {
      case "valid" -> VERIFIED;
      case "invalid" -> WRONG;
      default -> ACCEPTABLE.get(test.get("tcId").asInt());
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
