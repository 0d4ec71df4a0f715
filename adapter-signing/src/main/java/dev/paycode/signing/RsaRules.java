package dev.paycode.signing;

import java.math.BigInteger;
import java.security.Key;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/**
 * Which keys are good enough: RSA of 2048 to 8192 bits, whose public exponent is odd and greater
 * than 65536. What a key does not reveal, such as one in an HSM, is not judged.
 */
final class RsaRules {

  private static final int FEWEST_BITS = 2048;

  /** The longest signature that fits into a {@code Signature} header as it is parsed. */
  private static final int MOST_BITS = 8192;

  private static final BigInteger GREATEST_BAD_EXPONENT = BigInteger.valueOf(65_536);

  private RsaRules() {}

  /**
   * Refuses a key that breaks a rule.
   *
   * @param name what the message calls the key
   * @throws UnusableKeyException if it does
   */
  static void require(String name, Key key) {
    requireRsa(name, key.getAlgorithm());
    if (key instanceof RSAKey rsa) {
      requireLength(name, rsa.getModulus().bitLength());
    }
    publicExponent(key).ifPresent(exponent -> requireExponent(name, exponent));
  }

  /**
   * Refuses a key of another algorithm.
   *
   * @param name what the message calls the key
   * @throws UnusableKeyException if it is one
   */
  static void requireRsa(String name, AlgorithmIdentifier algorithm) {
    requireRsa(name, nameOf(algorithm));
  }

  private static String nameOf(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return "RSA";
    }
    return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        ? "EC"
        : new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm);
  }

  private static void requireRsa(String name, String algorithm) {
    if (!algorithm.equals("RSA")) {
      throw new UnusableKeyException(
          name
              + " is a key for "
              + algorithm
              + ", but Alipay+ uses only RSA; use an RSA key of 2048 bits");
    }
  }

  private static void requireLength(String name, int bits) {
    if (bits < FEWEST_BITS || bits > MOST_BITS) {
      throw new UnusableKeyException(
          name
              + (" is an RSA key of " + bits + " bits, but it must have " + FEWEST_BITS)
              + (" to " + MOST_BITS + "; use an RSA key of 2048 bits"));
    }
  }

  private static Optional<BigInteger> publicExponent(Key key) {
    if (key instanceof RSAPublicKey half) {
      return Optional.of(half.getPublicExponent());
    }
    return key instanceof RSAPrivateCrtKey pair
        ? Optional.of(pair.getPublicExponent())
        : Optional.empty();
  }

  private static void requireExponent(String name, BigInteger exponent) {
    boolean small = exponent.compareTo(GREATEST_BAD_EXPONENT) <= 0;
    if (small || !exponent.testBit(0)) {
      throw new UnusableKeyException(
          name
              + (small ? " has the public exponent " + exponent : " has an even public exponent")
              + (", but it must be odd and greater than " + GREATEST_BAD_EXPONENT)
              + "; use an RSA key with the exponent 65537");
    }
  }
}
