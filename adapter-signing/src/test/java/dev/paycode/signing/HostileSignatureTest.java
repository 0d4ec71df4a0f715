package dev.paycode.signing;

import static dev.paycode.signing.Messages.anyContent;
import static dev.paycode.signing.Messages.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.Verdict;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSignatureTest {

  private static final KeyPair PAIR = Keys.ALIPAY_PLUS;
  private static final int LENGTH = 256;

  private final RsaVerifier verifier = RsaVerifier.of(PAIR.getPublic());

  @Property(tries = 500)
  void no_bytes_are_a_signature_by_chance_and_none_make_the_verifier_fail(
      @ForAll byte[] signature, @ForAll byte[] body) {
    assertWrong(signature, content(body));
    assertWrong(Arrays.copyOf(signature, LENGTH), content(body));
  }

  @Test
  void numbers_at_the_edges_of_the_modulus_are_no_signatures() {
    BigInteger modulus = ((RSAPublicKey) PAIR.getPublic()).getModulus();
    for (BigInteger number :
        new BigInteger[] {
          BigInteger.ZERO,
          BigInteger.ONE,
          modulus.subtract(BigInteger.ONE),
          modulus,
          modulus.add(BigInteger.ONE),
          BigInteger.TWO.pow(LENGTH * Byte.SIZE).subtract(BigInteger.ONE)
        }) {
      assertWrong(unsigned(number), anyContent());
    }
  }

  @Test
  void a_signature_plus_the_modulus_is_no_second_signature() {
    BigInteger modulus = ((RSAPublicKey) PAIR.getPublic()).getModulus();
    BigInteger signature =
        new BigInteger(
            1, RsaSigner.of(PAIR.getPrivate(), KeyVersion.FIRST).sign(anyContent()).signature());
    byte[] shifted = signature.add(modulus).toByteArray();
    assertWrong(shifted, anyContent());
    assertWrong(
        Arrays.copyOfRange(shifted, Math.max(0, shifted.length - LENGTH), shifted.length),
        anyContent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SHA1withRSA", "SHA224withRSA", "SHA384withRSA", "SHA512withRSA", "MD5withRSA"})
  void no_other_hash_is_accepted(String algorithm) throws GeneralSecurityException {
    assertWrong(made(Signature.getInstance(algorithm)), anyContent());
  }

  @Test
  void pss_is_not_accepted() throws GeneralSecurityException {
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    assertWrong(made(pss), anyContent());
  }

  private static byte[] made(Signature signature) throws GeneralSecurityException {
    signature.initSign(PAIR.getPrivate());
    signature.update(anyContent().bytes());
    return signature.sign();
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = new byte[LENGTH];
    byte[] digits = number.toByteArray();
    int length = Math.min(digits.length, LENGTH);
    System.arraycopy(digits, digits.length - length, bytes, LENGTH - length, length);
    return bytes;
  }

  private void assertWrong(byte[] signature, SignedContent content) {
    assertThat(verifier.verify(content, SignatureHeader.of(KeyVersion.FIRST, signature)))
        .isEqualTo(new Verdict.Distrusted(Cause.SIGNATURE_WRONG));
  }
}
