package dev.paycode.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/** Reads the issuers of TLS certificates that are trusted: a PEM file with one or several. */
final class IssuersFile {

  private IssuersFile() {}

  /**
   * The issuers in the file.
   *
   * @throws Failure if it cannot be read or holds no certificate
   */
  static KeyStore read(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return store(
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(pem)), file);
    } catch (IOException unreadable) {
      throw Failure.misconfigured(
          "the trust store '" + file + "' cannot be read",
          "Check the setting " + Setting.TRUST_STORE + " and the permissions of the file.",
          unreadable);
    } catch (CertificateException malformed) {
      throw holdsNone(file, malformed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java has no key store of its own", impossible);
    }
  }

  private static KeyStore store(List<Certificate> issuers, Path file)
      throws GeneralSecurityException, IOException {
    if (issuers.isEmpty()) {
      throw holdsNone(file, new CertificateException("no certificate"));
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate issuer : issuers) {
      store.setCertificateEntry("issuer-" + store.size(), issuer);
    }
    return store;
  }

  private static Failure holdsNone(Path file, CertificateException cause) {
    return Failure.misconfigured(
        "the trust store '" + file + "' holds no certificate in PEM",
        "Name with " + Setting.TRUST_STORE + " a file with the gateway's issuer in PEM.",
        cause);
  }
}
