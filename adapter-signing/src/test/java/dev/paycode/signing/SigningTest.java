package dev.paycode.signing;

import static dev.paycode.signing.Messages.anyContent;
import static dev.paycode.signing.Messages.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SigningTest {

  private static final KeyVersion SECOND = new KeyVersion("2");

  private final MessageSigner signer = RsaSigner.of(Keys.OURS.getPrivate(), SECOND);
  private final MessageVerifier verifier = RsaVerifier.of(Keys.OURS.getPublic());

  @Property(tries = 50)
  void what_is_signed_verifies_also_after_its_journey_as_text(@ForAll byte[] body) {
    SignatureHeader received =
        SignatureHeader.parse(signer.sign(content(body)).print()).orElseThrow();
    assertThat(verifier.verify(content(body), received)).isEqualTo(new Verdict.Verified(SECOND));
  }

  @Test
  void the_header_names_the_version_of_the_key() {
    assertThat(signer.sign(anyContent()).keyVersion()).contains(SECOND);
  }

  @Test
  void many_threads_share_a_signer_and_a_verifier() {
    List<Verdict> verdicts =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(number -> content("body " + number))
            .map(each -> verifier.verify(each, signer.sign(each)))
            .toList();
    assertThat(verdicts).hasSize(64).containsOnly(new Verdict.Verified(SECOND));
  }

  @Test
  void a_key_of_another_algorithm_is_refused() {
    assertThatThrownBy(() -> RsaSigner.of(Keys.ec().getPrivate(), SECOND))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "private key is a key for EC, but Alipay+ uses only RSA; use an RSA key of 2048 bits");
  }

  @Test
  void a_short_key_is_refused() {
    PrivateKey weak = Keys.rsa(1024, BigInteger.valueOf(65_537)).getPrivate();
    assertThatThrownBy(() -> RsaSigner.of(weak, SECOND))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "private key is an RSA key of 1024 bits, but it must have 2048 to 8192;"
                + " use an RSA key of 2048 bits");
  }

  @Test
  void a_key_whose_halves_do_not_match_is_refused() throws GeneralSecurityException {
    RSAPrivateCrtKey ours = (RSAPrivateCrtKey) Keys.OURS.getPrivate();
    PrivateKey mixed =
        KeyFactory.getInstance("RSA")
            .generatePrivate(
                new RSAPrivateCrtKeySpec(
                    ours.getModulus(),
                    BigInteger.valueOf(65_539),
                    ours.getPrivateExponent(),
                    ours.getPrimeP(),
                    ours.getPrimeQ(),
                    ours.getPrimeExponentP(),
                    ours.getPrimeExponentQ(),
                    ours.getCrtCoefficient()));
    assertThatThrownBy(() -> RsaSigner.of(mixed, SECOND))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "private key cannot sign: it is damaged, or the provider that holds it is not at hand;"
                + " read the key again or set up its provider first");
  }
}
