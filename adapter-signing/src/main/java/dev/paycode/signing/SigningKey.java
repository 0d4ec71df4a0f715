package dev.paycode.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** A private key in the hands of a provider that has signed with it once. */
final class SigningKey {

  private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

  private final SignaturePool signatures;

  private SigningKey(SignaturePool.Maker maker) {
    this.signatures = new SignaturePool(maker);
  }

  /** The key in this provider, if it takes the key and the key is sound. */
  static Optional<SigningKey> in(RsaProvider provider, PrivateKey key) {
    PrivateKey own = provider.imported(key);
    return new SigningKey(() -> readied(provider.signature(), own)).ifSound(key);
  }

  /** The key in the first registered provider that takes it, if it is sound. */
  static Optional<SigningKey> inAnyProvider(PrivateKey key) {
    return new SigningKey(() -> readied(Signature.getInstance(RsaProvider.ALGORITHM), key))
        .ifSound(key);
  }

  private static Signature readied(Signature signature, PrivateKey key)
      throws GeneralSecurityException {
    signature.initSign(key);
    return signature;
  }

  /** Sound is what makes signatures that the public half verifies, where the key reveals it. */
  private Optional<SigningKey> ifSound(PrivateKey key) {
    return Optional.of(key)
        .filter(CrtNumbers::belongTogether)
        .flatMap(consistent -> Trial.of(() -> sign(PROBE)))
        .filter(made -> RsaKeys.publicHalf(key).stream().allMatch(half -> verifies(half, made)))
        .map(sound -> this);
  }

  private static boolean verifies(RSAPublicKey half, byte[] made) {
    return VerifyingKey.inAnyProvider(half).verifies(PROBE, made);
  }

  /**
   * The signature over these bytes.
   *
   * @throws GeneralSecurityException if the provider can no longer sign with this key
   * @throws ProviderException if the provider fails, as one without its hardware does
   */
  byte[] sign(byte[] content) throws GeneralSecurityException {
    return signatures.use(
        signature -> {
          signature.update(content);
          return signature.sign();
        });
  }

  /** The name of the provider that signs. */
  String provider() {
    return Trial.of(() -> signatures.use(signature -> signature.getProvider().getName()))
        .orElse("none");
  }
}
