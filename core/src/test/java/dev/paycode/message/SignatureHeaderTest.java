package dev.paycode.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureHeaderTest {

  /** Bytes whose Base64 has plus, slash and padding. */
  private static final byte[] SIGNATURE = {(byte) 0xfb, (byte) 0xef, (byte) 0xff, 1};

  @Property
  void parse_inverts_print(
      @ForAll("versions") String version, @ForAll @Size(min = 1, max = 600) byte[] signature) {
    SignatureHeader printed = SignatureHeader.of(KeyVersion.parse(version), signature);

    SignatureHeader parsed = SignatureHeader.parse(printed.print()).orElseThrow();

    assertThat(parsed.keyVersion()).hasValue(KeyVersion.parse(version));
    assertThat(parsed.signature()).isEqualTo(signature);
    assertThat(parsed.print()).isEqualTo(printed.print());
  }

  @Provide
  static Arbitrary<String> versions() {
    return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(16);
  }

  @Test
  void it_is_printed_as_the_official_sdks_do() {
    assertThat(SignatureHeader.of(KeyVersion.FIRST, SIGNATURE).print())
        .isEqualTo("algorithm=RSA256,keyVersion=1,signature=%2B%2B%2F%2FAQ%3D%3D");
  }

  @Property
  void every_shape_of_base64_that_is_seen_gives_the_same_bytes(
      @ForAll @Size(min = 1, max = 600) byte[] signature) {
    String base64 = Base64.getEncoder().encodeToString(signature);
    String base64url = Base64.getUrlEncoder().encodeToString(signature);
    List<String> shapes =
        List.of(
            base64,
            base64.replace("=", ""),
            urlEncoded(base64),
            urlEncoded(base64.replace("=", "")),
            urlEncoded(base64).replace("%2B", "%2b").replace("%2F", "%2f").replace("%3D", "%3d"),
            base64url,
            base64url.replace("=", ""),
            urlEncoded(base64url));

    assertThat(shapes)
        .extracting(shape -> SignatureHeader.parse("signature=" + shape))
        .allSatisfy(parsed -> assertThat(parsed.orElseThrow().signature()).isEqualTo(signature));
  }

  private static String urlEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "AQ=",
        "AQ===",
        "A",
        "AR==",
        "AQ==AQ==",
        "A Q=",
        "AQ==\n",
        "+_8=",
        "-/8=",
        "%41Q==",
        "%2",
        "%",
        "%2G",
        "+%2B8=",
        "AQ%3D=",
        "AQ%253D%253D",
        "Ä"
      })
  void any_other_text_of_a_signature_is_refused(String text) {
    assertThat(SignatureHeader.parse("signature=" + text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "algorithm=RSA256, keyVersion=2, signature=AQI=",
        "signature=AQI=,keyVersion=2",
        "keyVersion=2,clientId=SANDBOX_1,signature=AQI=,algorithm=rsa256",
        " keyVersion = 2 ,\talgorithm = Rsa256 , signature = AQI= "
      })
  void pairs_come_in_any_order_with_blanks_and_with_company(String text) {
    SignatureHeader header = SignatureHeader.parse(text).orElseThrow();

    assertThat(header.keyVersion()).hasValue(KeyVersion.parse("2"));
    assertThat(header.signature()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "signature",
        "keyVersion=1",
        "signature=AQI=,",
        "signature=AQI=,signature=AQI=",
        "keyVersion=1,keyVersion=1,signature=AQI=",
        "x=1,x=2,signature=AQI=",
        "keyVersion=,signature=AQI=",
        "keyVersion=12345678901234567,signature=AQI=",
        "keyVersion=1;2,signature=AQI=",
        "algorithm=none,signature=AQI=",
        "algorithm=,signature=AQI=",
        "algorithm=HS256,signature=AQI=",
        "algorithm=RSA512,signature=AQI=",
        "algorithm=SHA1,signature=AQI=",
        "algorithm=ECC256,signature=AQI=",
        "Signature=AQI="
      })
  void a_header_that_has_not_one_meaning_is_refused(String text) {
    assertThat(SignatureHeader.parse(text)).isEmpty();
  }

  @Test
  void a_header_without_a_version_means_the_latest() {
    SignatureHeader header = SignatureHeader.parse("signature=AQI=").orElseThrow();

    assertThat(header.keyVersion()).isEmpty();
    assertThat(header.print()).isEqualTo("algorithm=RSA256,signature=AQI%3D");
    assertThat(header).hasToString("SignatureHeader[keyVersion=none, signature of 2 bytes]");
  }

  @Test
  void a_header_is_read_up_to_2048_characters() {
    String longest = "signature=" + "A".repeat(2048 - "signature=".length() - 2);

    assertThat(SignatureHeader.parse(longest)).isPresent();
    assertThat(SignatureHeader.parse("  " + longest)).isPresent();
    assertThat(SignatureHeader.parse("   " + longest)).isEmpty();
  }

  @Property
  void no_text_makes_parsing_throw(@ForAll String text) {
    Optional<SignatureHeader> parsed = SignatureHeader.parse(text);

    assertThat(parsed.map(SignatureHeader::print).flatMap(SignatureHeader::parse).isPresent())
        .isEqualTo(parsed.isPresent());
  }

  @Property
  void no_text_of_the_right_letters_makes_parsing_throw(@ForAll @From("nearly") String text) {
    SignatureHeader.parse(text)
        .ifPresent(parsed -> assertThat(SignatureHeader.parse(parsed.print())).isPresent());
  }

  @Provide
  static Arbitrary<String> nearly() {
    return Arbitraries.of(
            "signature",
            "algorithm",
            "keyVersion",
            "RSA256",
            "=",
            ",",
            " ",
            "AQI",
            "+",
            "/",
            "-",
            "_",
            "%2B",
            "%3D",
            "1")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Test
  void the_signature_is_copied_in_and_out_and_not_shown() {
    byte[] given = SIGNATURE.clone();
    SignatureHeader header = SignatureHeader.of(KeyVersion.FIRST, given);
    given[0] = 0;
    header.signature()[1] = 0;

    assertThat(header.signature()).isEqualTo(SIGNATURE);
    assertThat(header).hasToString("SignatureHeader[keyVersion=1, signature of 4 bytes]");
  }
}
