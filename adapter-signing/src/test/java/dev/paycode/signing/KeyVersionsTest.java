package dev.paycode.signing;

import static dev.paycode.signing.Messages.anyContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyVersionsTest {

  private static final KeyVersion ONE = KeyVersion.FIRST;
  private static final KeyVersion NINE = new KeyVersion("9");
  private static final KeyVersion TEN = new KeyVersion("10");
  private static final KeyPair OLD = Keys.OURS;
  private static final KeyPair NEW = Keys.ALIPAY_PLUS;

  private final RsaVerifier one = RsaVerifier.of(NEW.getPublic());
  private final RsaVerifier both =
      RsaVerifier.of(Map.of(NINE, OLD.getPublic(), TEN, NEW.getPublic()));

  @Test
  void one_key_stands_for_every_version_and_the_verdict_repeats_it() {
    assertThat(verdict(one, signed(NEW, TEN))).isEqualTo(new Verdict.Verified(TEN));
    assertThat(verdict(one, signed(OLD, TEN))).isEqualTo(wrong());
  }

  @Test
  void one_key_counts_as_the_first_where_no_version_is_named() {
    assertThat(verdict(one, unnamed(NEW))).isEqualTo(new Verdict.Verified(ONE));
  }

  @Test
  void each_version_has_its_key() {
    assertThat(verdict(both, signed(OLD, NINE))).isEqualTo(new Verdict.Verified(NINE));
    assertThat(verdict(both, signed(NEW, TEN))).isEqualTo(new Verdict.Verified(TEN));
  }

  @Test
  void the_key_of_another_version_does_not_count() {
    assertThat(verdict(both, signed(NEW, NINE))).isEqualTo(wrong());
  }

  @Test
  void a_version_without_a_key_is_unknown() {
    assertThat(verdict(both, signed(NEW, ONE)))
        .isEqualTo(new Verdict.Distrusted(Cause.KEY_VERSION_UNKNOWN));
  }

  @Test
  void where_no_version_is_named_the_verdict_says_which_key_it_was() {
    assertThat(verdict(both, unnamed(OLD))).isEqualTo(new Verdict.Verified(NINE));
    assertThat(verdict(both, unnamed(NEW))).isEqualTo(new Verdict.Verified(TEN));
  }

  @Test
  void where_no_version_is_named_the_latest_is_tried_first() {
    Map<KeyVersion, PublicKey> sameKey =
        Map.of(NINE, NEW.getPublic(), TEN, NEW.getPublic(), new KeyVersion("007"), NEW.getPublic());
    assertThat(verdict(RsaVerifier.of(sameKey), unnamed(NEW))).isEqualTo(new Verdict.Verified(TEN));
  }

  @Test
  void where_no_version_is_named_a_strangers_signature_is_wrong() {
    KeyPair stranger = Keys.rsa(2048, BigInteger.valueOf(65_537));
    assertThat(verdict(both, unnamed(stranger))).isEqualTo(wrong());
  }

  @Test
  void later_changes_of_the_callers_map_change_nothing() {
    Map<KeyVersion, PublicKey> keys = new HashMap<>(Map.of(NINE, OLD.getPublic()));
    RsaVerifier verifier = RsaVerifier.of(keys);
    keys.put(TEN, NEW.getPublic());
    assertThat(verdict(verifier, signed(NEW, TEN)))
        .isEqualTo(new Verdict.Distrusted(Cause.KEY_VERSION_UNKNOWN));
  }

  @Test
  void no_key_at_all_is_refused() {
    assertThatThrownBy(() -> RsaVerifier.of(Map.of()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "no public key of Alipay+ is configured; download one from the developer console");
  }

  @Test
  void bad_keys_are_refused_by_version() {
    PublicKey weak = Keys.rsa(1024, BigInteger.valueOf(65_537)).getPublic();
    assertThatThrownBy(() -> RsaVerifier.of(Map.of(NINE, OLD.getPublic(), TEN, weak)))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "Alipay+'s public key of version 10 is an RSA key of 1024 bits, but it must have 2048"
                + " to 8192; use an RSA key of 2048 bits");
    assertThatThrownBy(() -> RsaVerifier.of(Keys.ec().getPublic()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "Alipay+'s public key is a key for EC, but Alipay+ uses only RSA;"
                + " use an RSA key of 2048 bits");
  }

  @Test
  void a_public_key_without_numbers_is_refused() {
    assertThatThrownBy(() -> RsaVerifier.of(new OpaquePublicKey()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage("Alipay+'s public key does not reveal its modulus; read it from a file");
  }

  private static final class OpaquePublicKey implements PublicKey {

    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public String getFormat() {
      return "opaque";
    }

    @Override
    public byte[] getEncoded() {
      return new byte[0];
    }
  }

  private static Verdict verdict(RsaVerifier verifier, SignatureHeader header) {
    return verifier.verify(anyContent(), header);
  }

  private static Verdict wrong() {
    return new Verdict.Distrusted(Cause.SIGNATURE_WRONG);
  }

  private static SignatureHeader signed(KeyPair pair, KeyVersion version) {
    return RsaSigner.of(pair.getPrivate(), version).sign(anyContent());
  }

  private static SignatureHeader unnamed(KeyPair pair) {
    String text = signed(pair, ONE).print().replace("keyVersion=1,", "");
    SignatureHeader header = SignatureHeader.parse(text).orElseThrow();
    assertThat(header.keyVersion()).isEmpty();
    return header;
  }
}
