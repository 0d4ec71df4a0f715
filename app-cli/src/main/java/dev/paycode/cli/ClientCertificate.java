package dev.paycode.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The certificate that a gateway is shown which asks who calls. Its text form tells nothing. */
final class ClientCertificate {

  private final KeyStore store;
  private final char[] password;

  private ClientCertificate(KeyStore store, char[] password) {
    this.store = store;
    this.password = password;
  }

  /**
   * The certificate and key in a PKCS#12 file.
   *
   * @throws Failure if it cannot be read, is open to others, holds none or has another password
   */
  static ClientCertificate read(Path file, char[] password) {
    OwnersFile.requirePrivate(file, Setting.CLIENT_CERTIFICATE);
    try (InputStream bytes = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(bytes, password);
      ClientCertificate certificate = new ClientCertificate(store, password);
      if (store.size() == 0) {
        throw unusable(file, new IOException("the store is empty"));
      }
      certificate.managers();
      return certificate;
    } catch (IOException | GeneralSecurityException failure) {
      throw unusable(file, failure);
    }
  }

  private static Failure unusable(Path file, Exception cause) {
    return Failure.misconfigured(
        "the client certificate '" + file + "' is no PKCS#12 file that this password opens",
        "Check "
            + Setting.CLIENT_CERTIFICATE
            + " and "
            + Setting.CLIENT_CERTIFICATE_PASSWORD
            + "; it must hold the certificate and its key.",
        cause);
  }

  KeyStore store() {
    return store;
  }

  char[] password() {
    return password.clone();
  }

  /**
   * What shows it.
   *
   * @throws GeneralSecurityException if its key has another password
   */
  KeyManager[] managers() throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, password);
    return managers.getKeyManagers();
  }
}
