package dev.paycode.signing;

import static dev.paycode.signing.Messages.anyContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.message.KeyVersion;
import dev.paycode.port.out.Verdict;
import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpaqueKeyTest {

  private static final OpaqueKey KEY = new OpaqueKey(Keys.OURS.getPrivate());

  private final Provider hsm = new OpaqueKey.Hsm();

  @BeforeEach
  void plugIn() {
    Security.addProvider(hsm);
  }

  @AfterEach
  void unplug() {
    Security.removeProvider(hsm.getName());
  }

  @Test
  void a_key_in_an_hsm_signs() {
    RsaSigner signer = RsaSigner.of(KEY, KeyVersion.FIRST);
    assertThat(
            RsaVerifier.of(Keys.OURS.getPublic()).verify(anyContent(), signer.sign(anyContent())))
        .isEqualTo(new Verdict.Verified(KeyVersion.FIRST));
  }

  @Test
  void its_provider_and_no_other_signs() {
    assertThat(RsaSigner.of(KEY, KeyVersion.FIRST).provider()).isEqualTo("TestHsm");
  }

  @Test
  void a_provider_that_cannot_reach_it_is_refused() {
    assertThatThrownBy(() -> RsaSigner.of(KEY, KeyVersion.FIRST, RsaProvider.fastest()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageStartingWith("private key cannot sign: ");
  }

  @Test
  void a_key_whose_hsm_is_not_plugged_in_is_refused_at_once() {
    unplug();
    assertThatThrownBy(() -> RsaSigner.of(KEY, KeyVersion.FIRST))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageStartingWith("private key cannot sign: ");
  }

  @Test
  void an_hsm_unplugged_later_is_an_error_of_its_own() {
    RsaSigner signer = RsaSigner.of(KEY, KeyVersion.FIRST);
    unplug();
    assertThatThrownBy(() -> signer.sign(anyContent()))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("the private key of version 1 has stopped signing; is its provider there?");
  }
}
