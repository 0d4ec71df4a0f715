package dev.paycode.signing;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;

/** Keys under a password. */
final class EncryptedKeys {

  private EncryptedKeys() {}

  static byte[] der(PrivateKey key, String password) {
    return Trial.of(() -> KeyEncryption.encrypt(key, password.toCharArray(), 1000).getEncoded())
        .orElseThrow();
  }

  static String pem(PrivateKey key, String password) {
    return Keys.pem("ENCRYPTED PRIVATE KEY", der(key, password));
  }

  /** A key store with the pair under the alias {@code wallet} and its certificate under another. */
  static byte[] keyStore(KeyPair pair, String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate certificate = Keys.certificate(pair);
    store.setKeyEntry(
        "wallet", pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
    addCertificate(store, certificate);
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    store.store(stored, password.toCharArray());
    return stored.toByteArray();
  }

  private static void addCertificate(KeyStore store, Certificate certificate)
      throws GeneralSecurityException {
    store.setCertificateEntry("trusted", certificate);
  }
}
