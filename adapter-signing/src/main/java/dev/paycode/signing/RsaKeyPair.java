package dev.paycode.signing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.Set;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A new pair of RSA keys, and the texts to keep its halves in.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class RsaKeyPair {

  private static final Set<Integer> LENGTHS = Set.of(2048, 3072, 4096);

  private final KeyPair pair;

  private RsaKeyPair(KeyPair pair) {
    this.pair = pair;
  }

  /**
   * A new pair with the public exponent 65537.
   *
   * @param bits the length of the modulus: 2048, 3072 or 4096
   * @throws IllegalArgumentException for another length
   */
  public static RsaKeyPair generate(int bits) {
    if (!LENGTHS.contains(bits)) {
      throw new IllegalArgumentException(
          "a key of " + bits + " bits is not made; choose 2048, 3072 or 4096");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
      return new RsaKeyPair(generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JVM cannot make RSA keys", impossible);
    }
  }

  /** The private key as PKCS#8 PEM: a secret, for a file that nobody but its owner may touch. */
  public String privatePem() {
    return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** The private key as encrypted PKCS#8 PEM: AES-256, its key by PBKDF2 from the password. */
  public String privatePem(char[] password) {
    try {
      return pem(
          "ENCRYPTED PRIVATE KEY",
          KeyEncryption.encrypt(pair.getPrivate(), password, KeyEncryption.ITERATIONS)
              .getEncoded());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The public key as X.509 PEM. */
  public String publicPem() {
    return pem("PUBLIC KEY", pair.getPublic().getEncoded());
  }

  /** The public key as one line of Base64, as the developer console takes it. */
  public String publicBase64() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private static String pem(String label, byte[] der) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(label, der));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Nothing of either key. */
  @Override
  public String toString() {
    return "RsaKeyPair";
  }
}
