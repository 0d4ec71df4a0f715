package dev.paycode.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who is trusted and who is shown in TLS: the platform's checks, with one's own issuers at most.
 */
final class Tls {

  private static final String UNCHECKED_NAMES =
      "jdk.internal.httpclient.disableHostnameVerification";

  private Tls() {}

  /**
   * @throws IllegalStateException if this Java process has the checking of host names switched off
   */
  static void requireHostNameChecks() {
    if (System.getProperty(UNCHECKED_NAMES) != null) {
      throw new IllegalStateException(
          "The system property "
              + UNCHECKED_NAMES
              + " is set, so any certificate could stand in for the gateway's; start Java without"
              + " it");
    }
  }

  /**
   * Whom to trust, by the certificates in the store.
   *
   * @throws IllegalArgumentException if it is not loaded or holds no certificate
   */
  static TrustManager[] trusting(KeyStore issuers) {
    if (size("trust store", issuers) == 0) {
      throw new IllegalArgumentException(
          "The trust store holds no certificate; add the issuer of the gateway's certificate");
    }
    try {
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(issuers);
      return managers.getTrustManagers();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("This Java platform cannot use the trust store", unusable);
    }
  }

  /**
   * Who to be, by the keys in the store and their certificates.
   *
   * @throws IllegalArgumentException if it is not loaded, holds no key, or has another password
   */
  static KeyManager[] presenting(KeyStore keys, char[] password) {
    if (size("key store", keys) == 0) {
      throw new IllegalArgumentException(
          "The key store holds no key; add the client's key and its certificate");
    }
    try {
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, password);
      return managers.getKeyManagers();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException(
          "The client's key cannot be read from the key store; check its password", unusable);
    }
  }

  private static int size(String name, KeyStore store) {
    try {
      return store.size();
    } catch (KeyStoreException unloaded) {
      throw new IllegalArgumentException(
          "The " + name + " is not loaded; call KeyStore.load first", unloaded);
    }
  }

  /** One context for all connections, so that they resume each other's sessions. */
  static SSLContext context(KeyManager @Nullable [] own, TrustManager @Nullable [] trusted) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, trusted, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has TLS", impossible);
    }
  }
}
