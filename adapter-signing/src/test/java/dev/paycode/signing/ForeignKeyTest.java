package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPrivateKeySpec;
import org.junit.jupiter.api.Test;

class ForeignKeyTest {

  @Test
  void our_own_public_key_is_not_alipays() throws GeneralSecurityException {
    assertRefused(Keys.OURS.getPrivate());
    RSAPrivateKey crt = (RSAPrivateKey) Keys.OURS.getPrivate();
    assertRefused(
        KeyFactory.getInstance("RSA")
            .generatePrivate(new RSAPrivateKeySpec(crt.getModulus(), crt.getPrivateExponent())));
  }

  private static void assertRefused(PrivateKey ours) {
    assertThatThrownBy(() -> RsaKeys.requireForeign(Keys.OURS.getPublic(), ours))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "the key configured as Alipay+'s is the public half of the wallet's own private key;"
                + " download Alipay+'s public key for this environment from the developer console");
  }

  @Test
  void a_key_of_another_pair_is_let_pass() {
    assertThatCode(
            () -> RsaKeys.requireForeign(Keys.ALIPAY_PLUS.getPublic(), Keys.OURS.getPrivate()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_key_that_reveals_nothing_is_let_pass() {
    assertThatCode(
            () ->
                RsaKeys.requireForeign(
                    Keys.OURS.getPublic(), new OpaqueKey(Keys.OURS.getPrivate())))
        .doesNotThrowAnyException();
  }
}
