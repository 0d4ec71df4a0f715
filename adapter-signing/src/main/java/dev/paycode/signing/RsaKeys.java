package dev.paycode.signing;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * Reads RSA keys as developer consoles and OpenSSL write them (protocol.md §2).
 *
 * <pre>{@code
 * PrivateKey ours = RsaKeys.readPrivate(Path.of("wallet-private.pem"));
 * PublicKey alipayPlus = RsaKeys.readPublic(Path.of("alipayplus-public.pem"));
 * RsaKeys.requireForeign(alipayPlus, ours);
 * }</pre>
 *
 * A private key is PKCS#8 or PKCS#1; a public key is X.509, PKCS#1 or a certificate, of which only
 * the key is taken and neither the dates nor the issuer are looked at. Each comes as one PEM block,
 * as bare Base64 or as DER; a byte order mark, any line ends and blanks around lines do no harm.
 * Keys are RSA of 2048 to 8192 bits with an odd public exponent greater than 65536. A private key
 * may also be encrypted PKCS#8, or in a PKCS#12 key store.
 *
 * <p>Stateless and safe for use by many threads. No message holds anything of a key.
 */
public final class RsaKeys {

  private RsaKeys() {}

  /**
   * The private key in a file that, on POSIX file systems, belongs to the user of this process and
   * that nobody else may touch. Links are followed.
   *
   * @throws UnusableKeyException if the file cannot be read, is somebody else's, is open to group
   *     or others, holds no RSA private key, or one that breaks the rules above
   */
  public static PrivateKey readPrivate(Path file) {
    return privateKey(KeyFile.readPrivate(file));
  }

  /**
   * The encrypted private key, PKCS#8, in a file that nobody but its owner may touch.
   *
   * @param password is neither kept nor changed
   * @throws UnusableKeyException as {@link #readPrivate(Path)}, and if this is not the password, or
   *     the key is not encrypted
   */
  public static PrivateKey readPrivate(Path file, char[] password) {
    return privateKey(KeyFile.readPrivate(file), password);
  }

  /**
   * The private key in a PKCS#12 key store that nobody but its owner may touch.
   *
   * @param alias the key's name in it
   * @param password of both the key store and the key; is neither kept nor changed
   * @throws UnusableKeyException if the file cannot be read, is open to group or others, is no key
   *     store, this is not its password, there is no RSA private key under that name, or one that
   *     breaks the rules above
   */
  public static PrivateKey readPrivate(Path keyStore, String alias, char[] password) {
    KeySource source = KeyFile.readKeyStore(keyStore);
    return sound(source, KeyStoreFile.open(source, password).privateKey(alias, password));
  }

  /**
   * The password in a file that nobody but its owner may touch: its first line.
   *
   * @throws UnusableKeyException if the file cannot be read, is open to group or others, or its
   *     first line is empty
   */
  public static char[] readPassword(Path file) {
    KeySource source = KeyFile.readPassword(file);
    String line = source.rawText().lines().findFirst().orElse("");
    if (line.isEmpty()) {
      throw source.refusal("has an empty first line; write the password into it");
    }
    return line.toCharArray();
  }

  /**
   * The public key in a file.
   *
   * @throws UnusableKeyException if the file cannot be read, holds no RSA public key, or one that
   *     breaks the rules above
   */
  public static PublicKey readPublic(Path file) {
    return publicKey(KeyFile.readPublic(file));
  }

  /**
   * The private key in a text: PEM or bare Base64.
   *
   * @throws UnusableKeyException if the text holds no RSA private key, or one that breaks the rules
   *     above
   */
  public static PrivateKey parsePrivate(String text) {
    return privateKey(KeySource.ofText(KeyRole.PRIVATE, text));
  }

  /**
   * The encrypted private key in a text: PKCS#8 as PEM or bare Base64.
   *
   * @param password is neither kept nor changed
   * @throws UnusableKeyException as {@link #parsePrivate(String)}, and if this is not the password,
   *     or the key is not encrypted
   */
  public static PrivateKey parsePrivate(String text, char[] password) {
    return privateKey(KeySource.ofText(KeyRole.PRIVATE, text), password);
  }

  /**
   * The public key in a text: PEM or bare Base64.
   *
   * @throws UnusableKeyException if the text holds no RSA public key, or one that breaks the rules
   *     above
   */
  public static PublicKey parsePublic(String text) {
    return publicKey(KeySource.ofText(KeyRole.PUBLIC, text));
  }

  /**
   * Refuses the commonest mix-up: the public half of the wallet's own key, configured as Alipay+'s.
   * A private key that does not reveal its modulus, such as one in an HSM, is let pass.
   *
   * @throws UnusableKeyException if both keys are halves of one pair
   */
  public static void requireForeign(PublicKey alipayPlus, PrivateKey ours) {
    if (alipayPlus instanceof RSAKey theirs
        && ours instanceof RSAKey own
        && theirs.getModulus().equals(own.getModulus())) {
      throw new UnusableKeyException(
          "the key configured as Alipay+'s is the public half of the wallet's own private key;"
              + " download Alipay+'s public key for this environment from the developer console");
    }
  }

  /** The public half of a private key, if the key reveals it. */
  public static Optional<RSAPublicKey> publicHalf(PrivateKey key) {
    return key instanceof RSAPrivateCrtKey pair
        ? Trial.of(
            () ->
                (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                        .generatePublic(
                            new RSAPublicKeySpec(pair.getModulus(), pair.getPublicExponent())))
        : Optional.empty();
  }

  private static PrivateKey privateKey(KeySource source) {
    ASN1Primitive structure = KeyWrapping.open(source);
    return converted(
        source,
        KeyForms.privateKey(structure).orElseThrow(() -> source.refusal(KeyKind.of(structure))));
  }

  private static PrivateKey privateKey(KeySource source, char[] password) {
    ASN1Primitive structure = KeyWrapping.open(source);
    if (KeyForms.privateKey(structure).isPresent()) {
      throw source.refusal(
          "is not encrypted, but a password was given; leave the password out, or encrypt the key");
    }
    EncryptedPrivateKeyInfo encrypted =
        KeyForms.encryptedKey(structure).orElseThrow(() -> source.refusal(KeyKind.of(structure)));
    return converted(
        source, KeyEncryption.decrypt(encrypted, password).orElseThrow(source::wrongPassword));
  }

  private static PrivateKey converted(KeySource source, PrivateKeyInfo info) {
    RsaRules.requireRsa(source.name(), info.getPrivateKeyAlgorithm());
    return sound(
        source,
        Trial.of(() -> new JcaPEMKeyConverter().getPrivateKey(info)).orElseThrow(source::damaged));
  }

  private static PrivateKey sound(KeySource source, PrivateKey key) {
    RsaRules.require(source.name(), key);
    if (SigningKey.inAnyProvider(key).isEmpty()) {
      throw source.damaged();
    }
    return key;
  }

  static PublicKey publicKey(KeySource source) {
    ASN1Primitive structure = KeyWrapping.open(source);
    SubjectPublicKeyInfo info =
        KeyForms.publicKey(structure).orElseThrow(() -> source.refusal(KeyKind.of(structure)));
    RsaRules.requireRsa(source.name(), info.getAlgorithm());
    PublicKey key =
        Trial.of(() -> new JcaPEMKeyConverter().getPublicKey(info)).orElseThrow(source::damaged);
    RsaRules.require(source.name(), key);
    return key;
  }
}
