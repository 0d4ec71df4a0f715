package dev.paycode.signing;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import org.bouncycastle.asn1.ASN1Primitive;
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
 * Keys are RSA of 2048 to 8192 bits with an odd public exponent greater than 65536. Encrypted keys
 * and PKCS#12 are recognised and refused.
 *
 * <p>Stateless and safe for use by many threads. No message holds anything of a key.
 */
public final class RsaKeys {

  private RsaKeys() {}

  /**
   * The private key in a file that, on POSIX file systems, nobody but its owner may touch. Links
   * are followed.
   *
   * @throws UnusableKeyException if the file cannot be read, is open to group or others, holds no
   *     RSA private key, or one that breaks the rules above
   */
  public static PrivateKey readPrivate(Path file) {
    return privateKey(KeyFile.readPrivate(file));
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

  private static PrivateKey privateKey(KeySource source) {
    ASN1Primitive structure = KeyWrapping.open(source);
    PrivateKeyInfo info =
        KeyForms.privateKey(structure).orElseThrow(() -> source.refusal(KeyKind.of(structure)));
    RsaRules.requireRsa(source.name(), info.getPrivateKeyAlgorithm());
    PrivateKey key =
        Trial.of(() -> new JcaPEMKeyConverter().getPrivateKey(info)).orElseThrow(source::damaged);
    RsaRules.require(source.name(), key);
    if (!Sha256WithRsa.isSound(key)) {
      throw source.damaged();
    }
    return key;
  }

  private static PublicKey publicKey(KeySource source) {
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
