package dev.paycode.signing;

import dev.paycode.contract.SigningContract;
import dev.paycode.message.KeyVersion;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import java.util.Map;

class RsaKeysAsSigningTest extends SigningContract {

  @Override
  protected MessageSigner signer() {
    return RsaSigner.of(Keys.OURS.getPrivate(), KeyVersion.FIRST);
  }

  @Override
  protected MessageVerifier verifier() {
    return RsaVerifier.of(Map.of(KeyVersion.FIRST, Keys.OURS.getPublic()));
  }

  @Override
  protected MessageVerifier stranger() {
    return RsaVerifier.of(Map.of(KeyVersion.FIRST, Keys.ALIPAY_PLUS.getPublic()));
  }
}
