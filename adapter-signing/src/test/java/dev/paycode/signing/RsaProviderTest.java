package dev.paycode.signing;

import static dev.paycode.signing.Messages.anyContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RsaProviderTest {

  static List<RsaProvider> all() {
    return Providers.all().toList();
  }

  @Test
  void the_fastest_is_the_first_that_is_usable() {
    assertThat(RsaProvider.fastest().name()).isEqualTo(RsaProvider.usable().get(0).name());
  }

  @Test
  void the_native_ones_come_before_the_jdks_where_they_run() {
    assertThat(RsaProvider.usable().stream().map(RsaProvider::name))
        .isSubsetOf("AmazonCorrettoCryptoProvider", "Conscrypt", "SunRsaSign")
        .endsWith("SunRsaSign");
  }

  @Test
  void none_is_registered_for_the_whole_process() {
    List<Provider> before = List.of(Security.getProviders());
    RsaProvider.usable();
    assertThat(Security.getProviders()).containsExactlyElementsOf(before);
    assertThat(before.stream().map(Provider::getName))
        .doesNotContain("AmazonCorrettoCryptoProvider", "Conscrypt", "BC");
  }

  @ParameterizedTest
  @MethodSource("all")
  void all_make_the_same_signature_and_verify_each_others(RsaProvider provider)
      throws GeneralSecurityException {
    RsaSigner signer = RsaSigner.of(Keys.OURS.getPrivate(), KeyVersion.FIRST, provider);
    SignatureHeader header = signer.sign(anyContent());
    assertThat(header.signature())
        .isEqualTo(
            SigningKey.inAnyProvider(Keys.OURS.getPrivate())
                .orElseThrow()
                .sign(anyContent().bytes()));
    for (RsaProvider other : all()) {
      assertThat(RsaVerifier.of(Keys.OURS.getPublic(), other).verify(anyContent(), header))
          .isEqualTo(new Verdict.Verified(KeyVersion.FIRST));
    }
    assertThat(signer.provider()).isEqualTo(provider.name());
    assertThat(RsaVerifier.of(Keys.OURS.getPublic(), provider).provider())
        .isEqualTo(provider.name());
  }

  @ParameterizedTest
  @MethodSource("all")
  void after_every_refusal_the_next_signature_is_judged_for_itself(RsaProvider provider) {
    RsaVerifier verifier = RsaVerifier.of(Keys.OURS.getPublic(), provider);
    byte[] right =
        RsaSigner.of(Keys.OURS.getPrivate(), KeyVersion.FIRST, provider)
            .sign(anyContent())
            .signature();
    for (int length : new int[] {0, 255, 256, 257}) {
      byte[] wrong = new byte[length];
      assertThat(verifier.verify(anyContent(), SignatureHeader.of(KeyVersion.FIRST, wrong)))
          .isInstanceOf(Verdict.Distrusted.class);
      assertThat(verifier.verify(anyContent(), SignatureHeader.of(KeyVersion.FIRST, right)))
          .isInstanceOf(Verdict.Verified.class);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void many_threads_share_one_key(RsaProvider provider) {
    RsaSigner signer = RsaSigner.of(Keys.OURS.getPrivate(), KeyVersion.FIRST, provider);
    RsaVerifier verifier = RsaVerifier.of(Keys.OURS.getPublic(), provider);
    List<Verdict> verdicts =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(number -> Messages.content("body " + number))
            .map(each -> verifier.verify(each, signer.sign(each)))
            .toList();
    assertThat(verdicts).hasSize(200).containsOnly(new Verdict.Verified(KeyVersion.FIRST));
  }

  @Test
  void a_provider_that_accepts_everything_fails_the_self_test() {
    assertRefused(new Lenient(true));
  }

  @Test
  void a_provider_that_refuses_everything_fails_the_self_test() {
    assertRefused(new Lenient(false));
  }

  @Test
  void a_provider_without_the_algorithm_fails_the_self_test() {
    assertRefused(Security.getProvider("SUN"));
  }

  @Test
  void it_tells_its_name_and_version() {
    BouncyCastleProvider provider = new BouncyCastleProvider();
    assertThat(RsaProvider.of(provider)).hasToString("BC " + provider.getVersionStr());
  }

  private static void assertRefused(Provider provider) {
    assertThatThrownBy(() -> RsaProvider.of(provider))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the provider "
                + provider.getName()
                + " "
                + provider.getVersionStr()
                + " does not verify a known SHA256withRSA signature as it must; use"
                + " RsaProvider.fastest(), or another provider");
  }

  /** A provider with one answer to every signature. */
  private static final class Lenient extends Provider {

    private static final long serialVersionUID = 1L;

    Lenient(boolean answer) {
      super("Lenient", "1", "broken");
      Service keys = Security.getProvider("SunRsaSign").getService("KeyFactory", "RSA");
      putService(
          new Service(this, "Signature", "SHA256withRSA", Lenient.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new OneAnswer(answer);
            }
          });
      putService(
          new Service(this, "KeyFactory", "RSA", keys.getClassName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
              return keys.newInstance(parameter);
            }
          });
    }
  }

  private static final class OneAnswer extends SignatureSpi {

    private final boolean answer;

    OneAnswer(boolean answer) {
      this.answer = answer;
    }

    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte single) {}

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {}

    @Override
    protected byte[] engineSign() {
      return new byte[0];
    }

    @Override
    protected boolean engineVerify(byte[] made) {
      return answer;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new InvalidParameterException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new InvalidParameterException();
    }
  }
}
