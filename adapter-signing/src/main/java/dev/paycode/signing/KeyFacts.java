package dev.paycode.signing;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;

/**
 * What may be told of an RSA key: nothing of its private part.
 *
 * @param kind what the file holds, such as {@code a private key}
 * @param bits the length of the modulus
 * @param publicExponent the public exponent
 * @param fingerprint SHA-256 of the public key as X.509 DER, in hexadecimal; both halves of a pair
 *     have the same
 * @param isPrivate whether it is the half that signs
 */
public record KeyFacts(
    String kind, int bits, BigInteger publicExponent, String fingerprint, boolean isPrivate) {

  /**
   * The facts of the key in a file.
   *
   * @throws UnusableKeyException if the file holds no key that {@link RsaKeys} reads without a
   *     password
   */
  public static KeyFacts read(Path file) {
    KeySource source = KeyFile.readPublic(file);
    KeyKind kind = KeyKind.of(KeyWrapping.open(source));
    return kind == KeyKind.PRIVATE_KEY
        ? ofPrivate(kind, RsaKeys.readPrivate(file))
        : of(kind, (RSAPublicKey) RsaKeys.publicKey(source), false);
  }

  /**
   * The facts of the key in a file, which this password opens if it is encrypted.
   *
   * @throws UnusableKeyException if the file holds no key that {@link RsaKeys} reads, or this is
   *     not its password
   */
  public static KeyFacts read(Path file, char[] password) {
    KeyKind kind = KeyKind.of(KeyWrapping.open(KeyFile.readPublic(file)));
    return kind == KeyKind.ENCRYPTED_KEY
        ? ofPrivate(kind, RsaKeys.readPrivate(file, password))
        : read(file);
  }

  private static KeyFacts ofPrivate(KeyKind kind, PrivateKey key) {
    return RsaKeys.publicHalf(key)
        .map(half -> of(kind, half, true))
        .orElseThrow(
            () ->
                new UnusableKeyException(
                    kind.words()
                        + " that does not name its public exponent tells no facts; make a new pair"
                        + " of keys"));
  }

  private static KeyFacts of(KeyKind kind, RSAPublicKey half, boolean isPrivate) {
    return new KeyFacts(
        kind.words(),
        half.getModulus().bitLength(),
        half.getPublicExponent(),
        sha256(half.getEncoded()),
        isPrivate);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }

  /** Whether these are the two halves of one pair. */
  public boolean isPairWith(KeyFacts other) {
    return isPrivate != other.isPrivate && fingerprint.equals(other.fingerprint);
  }
}
