package dev.paycode.signing;

import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Private keys under a password: encrypted PKCS#8. */
final class KeyEncryption {

  /** As OWASP advises for PBKDF2 with HMAC-SHA256; it takes about half a second. */
  static final int ITERATIONS = 600_000;

  private static final AlgorithmIdentifier HMAC_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

  private KeyEncryption() {}

  /** The key inside, if this is its password; whatever else the failure was, nobody can tell. */
  static Optional<PrivateKeyInfo> decrypt(EncryptedPrivateKeyInfo encrypted, char[] password) {
    return Trial.of(
        () ->
            new PKCS8EncryptedPrivateKeyInfo(encrypted)
                .decryptPrivateKeyInfo(
                    new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(new BouncyCastleProvider())
                        .build(password)));
  }

  /** The key under this password: AES-256, its key by PBKDF2 with HMAC-SHA256. */
  static PKCS8EncryptedPrivateKeyInfo encrypt(PrivateKey key, char[] password, int iterations) {
    return new JcaPKCS8EncryptedPrivateKeyInfoBuilder(key).build(encryptor(password, iterations));
  }

  private static OutputEncryptor encryptor(char[] password, int iterations) {
    try {
      return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
          .setProvider(new BouncyCastleProvider())
          .setPRF(HMAC_SHA256)
          .setIterationCount(iterations)
          .build(password);
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException("Bouncy Castle lacks AES-256", impossible);
    }
  }
}
