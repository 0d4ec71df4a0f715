package dev.paycode.signing;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** A public key in the hands of a provider. */
final class VerifyingKey {

  private final SignaturePool signatures;
  private final int signatureLength;

  private VerifyingKey(RSAPublicKey key, SignaturePool.Maker maker) {
    this.signatures = new SignaturePool(maker);
    this.signatureLength = (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** The key in this provider, if it takes the key. */
  static Optional<VerifyingKey> in(RsaProvider provider, RSAPublicKey key) {
    return provider
        .imported(key)
        .map(own -> new VerifyingKey(key, () -> readied(provider.signature(), own)))
        .filter(made -> Trial.of(() -> made.signatures.use(Signature::getAlgorithm)).isPresent());
  }

  /** The key in the first registered provider that takes it. */
  static VerifyingKey inAnyProvider(RSAPublicKey key) {
    return new VerifyingKey(key, () -> readied(Signature.getInstance(RsaProvider.ALGORITHM), key));
  }

  private static Signature readied(Signature signature, PublicKey key)
      throws GeneralSecurityException {
    signature.initVerify(key);
    return signature;
  }

  /** Whether the key made this signature over these bytes. Never throws. */
  boolean verifies(byte[] content, byte[] made) {
    if (made.length != signatureLength) {
      return false;
    }
    try {
      return signatures.use(
          signature -> {
            signature.update(content);
            return signature.verify(made);
          });
    } catch (GeneralSecurityException | RuntimeException refused) {
      return false;
    }
  }
}
