package dev.paycode.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/**
 * The TLS that is spoken: the platform's checks, nothing less, with one's own issuers if need be.
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

  static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return parameters;
  }

  /**
   * The store itself, if it can be used.
   *
   * @throws IllegalArgumentException if it is not loaded or holds no certificate
   */
  static KeyStore checked(KeyStore issuers) {
    try {
      if (issuers.size() == 0) {
        throw new IllegalArgumentException(
            "The trust store holds no certificate; add the issuer of the gateway's certificate");
      }
      return issuers;
    } catch (KeyStoreException unloaded) {
      throw new IllegalArgumentException(
          "The trust store is not loaded; call KeyStore.load first", unloaded);
    }
  }

  static SSLContext trusting(KeyStore issuers) {
    try {
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(issuers);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("This Java platform cannot use the trust store", unusable);
    }
  }
}
