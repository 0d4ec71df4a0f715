package dev.paycode.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFactsTest {

  private static final PrivateKey PRIVATE = Keys.OURS.getPrivate();
  private static final PublicKey PUBLIC = Keys.OURS.getPublic();

  @TempDir private Path directory;

  @Test
  void both_halves_of_a_pair_have_the_fingerprint_of_the_public_one() throws Exception {
    String fingerprint =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PUBLIC.getEncoded()));
    assertThat(KeyFacts.read(file("private", Keys.pem("PRIVATE KEY", PRIVATE.getEncoded()))))
        .isEqualTo(
            new KeyFacts("a private key", 2048, BigInteger.valueOf(65_537), fingerprint, true));
    assertThat(KeyFacts.read(file("public", Keys.base64(PUBLIC.getEncoded()))))
        .isEqualTo(
            new KeyFacts("a public key", 2048, BigInteger.valueOf(65_537), fingerprint, false));
    assertThat(
            KeyFacts.read(
                file(
                    "certificate",
                    Keys.pem("CERTIFICATE", Keys.certificate(Keys.OURS).getEncoded()))))
        .isEqualTo(
            new KeyFacts("a certificate", 2048, BigInteger.valueOf(65_537), fingerprint, false));
  }

  @Test
  void an_encrypted_key_tells_its_facts_to_whoever_has_the_password() throws IOException {
    Path file = file("encrypted", EncryptedKeys.pem(PRIVATE, "secret"));
    assertThat(KeyFacts.read(file, "secret".toCharArray()).kind())
        .isEqualTo("an encrypted private key");
    assertThatThrownBy(() -> KeyFacts.read(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("holds an encrypted private key");
  }

  @Test
  void only_the_two_halves_of_one_pair_are_a_pair() throws IOException {
    KeyFacts ours = KeyFacts.read(file("private", Keys.base64(PRIVATE.getEncoded())));
    KeyFacts half = KeyFacts.read(file("public", Keys.base64(PUBLIC.getEncoded())));
    KeyFacts other =
        KeyFacts.read(file("other", Keys.base64(Keys.ALIPAY_PLUS.getPublic().getEncoded())));
    assertThat(ours.isPairWith(half)).isTrue();
    assertThat(half.isPairWith(ours)).isTrue();
    assertThat(half.isPairWith(half)).isFalse();
    assertThat(ours.isPairWith(other)).isFalse();
  }

  @Test
  void a_new_pair_is_a_pair_of_the_length_asked_for() throws IOException {
    RsaKeyPair pair = RsaKeyPair.generate(3072);
    KeyFacts own = KeyFacts.read(file("private", pair.privatePem()));
    assertThat(own.bits()).isEqualTo(3072);
    assertThat(own.publicExponent()).isEqualTo(65_537);
    assertThat(own.isPairWith(KeyFacts.read(file("pem", pair.publicPem())))).isTrue();
    assertThat(own.isPairWith(KeyFacts.read(file("base64", pair.publicBase64())))).isTrue();
    assertThat(pair.publicBase64()).doesNotContain("\n");
    assertThat(
            KeyFacts.read(
                    file("encrypted", pair.privatePem("secret".toCharArray())),
                    "secret".toCharArray())
                .fingerprint())
        .isEqualTo(own.fingerprint());
  }

  @Test
  void a_pair_of_another_length_is_not_made() {
    assertThatThrownBy(() -> RsaKeyPair.generate(1024))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key of 1024 bits is not made; choose 2048, 3072 or 4096");
  }

  private Path file(String name, String content) throws IOException {
    return OwnerOnly.restrict(Files.write(directory.resolve(name), content.getBytes(UTF_8)));
  }
}
