package dev.paycode.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;

/** The one algorithm, PKCS#1 v1.5 with SHA-256, by whichever provider takes the key. */
final class Sha256WithRsa {

  private static final String NAME = "SHA256withRSA";
  private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

  private Sha256WithRsa() {}

  /**
   * The signature over these bytes.
   *
   * @throws GeneralSecurityException if no provider can sign with this key
   * @throws ProviderException if a provider fails, as one without its hardware does
   */
  static byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(NAME);
    signature.initSign(key);
    signature.update(content);
    return signature.sign();
  }

  /** Whether the key made this signature over these bytes. Never throws. */
  static boolean verifies(RSAPublicKey key, byte[] content, byte[] made) {
    if (made.length != bytes(key)) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initVerify(key);
      signature.update(content);
      return signature.verify(made);
    } catch (GeneralSecurityException | ProviderException refused) {
      return false;
    }
  }

  private static int bytes(RSAPublicKey key) {
    return (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Whether the key makes signatures that, where it names its public half, that half verifies. */
  static boolean isSound(PrivateKey key) {
    try {
      byte[] made = sign(key, PROBE);
      return !(key instanceof RSAPrivateCrtKey named) || verifies(publicHalf(named), PROBE, made);
    } catch (GeneralSecurityException | ProviderException refused) {
      return false;
    }
  }

  private static RSAPublicKey publicHalf(RSAPrivateCrtKey key) throws GeneralSecurityException {
    PublicKey half =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    return (RSAPublicKey) half;
  }
}
