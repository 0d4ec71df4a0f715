package dev.paycode.cli;

import dev.paycode.http.GatewayTls;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whether a TLS session with the gateway comes about, by the checks that a call makes. */
final class TlsCheck implements Check {

  private static final int DEEPEST = 16;

  private final Endpoint endpoint;
  private final Transport transport;

  /**
   * @param transport what says which certificates are trusted and shown
   */
  TlsCheck(Endpoint endpoint, Transport transport) {
    this.endpoint = endpoint;
    this.transport = transport;
  }

  @Override
  public String examine() throws InterruptedException {
    if (!endpoint.encrypted()) {
      return "None is spoken, and none is needed on this machine.";
    }
    SSLContext context = context();
    try (Socket bare = endpoint.connected();
        SSLSocket tls =
            (SSLSocket)
                context
                    .getSocketFactory()
                    .createSocket(bare, endpoint.host(), endpoint.port(), true)) {
      tls.setSSLParameters(GatewayTls.parameters());
      return words(session(tls, bare));
    } catch (IOException failure) {
      throw problem(failure);
    }
  }

  /** In time as a whole: a timeout of the socket would begin anew with each byte that comes. */
  private static SSLSession session(SSLSocket tls, Socket bare)
      throws IOException, InterruptedException {
    try {
      return CompletableFuture.supplyAsync(() -> agreed(tls))
          .get(Endpoint.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IOException(failed);
    } catch (TimeoutException late) {
      bare.close();
      throw new IOException(late);
    } catch (InterruptedException unwanted) {
      // closing the session instead could wait for the one who reads
      bare.close();
      throw unwanted;
    }
  }

  private static SSLSession agreed(SSLSocket tls) {
    try {
      tls.startHandshake();
      return tls.getSession();
    } catch (IOException failure) {
      throw new CompletionException(failure);
    }
  }

  private SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own(), trusted(), null);
      return context;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java cannot speak TLS", missing);
    }
  }

  private KeyManager @Nullable [] own() throws GeneralSecurityException {
    Optional<ClientCertificate> certificate = transport.certificate();
    return certificate.isPresent() ? certificate.get().managers() : null;
  }

  private TrustManager @Nullable [] trusted() throws GeneralSecurityException {
    Optional<KeyStore> issuers = transport.issuers();
    if (issuers.isEmpty()) {
      return null;
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(issuers.get());
    return managers.getTrustManagers();
  }

  private static String words(SSLSession session) throws IOException {
    X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
    return session.getProtocol()
        + ("; the certificate of " + certificate.getSubjectX500Principal().getName())
        + (" by " + certificate.getIssuerX500Principal().getName())
        + (" is valid until " + lastDay(certificate) + ".");
  }

  private static LocalDate lastDay(X509Certificate certificate) {
    return LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC);
  }

  private Failure problem(IOException failure) {
    if (isA(failure, CertificateExpiredException.class)
        || isA(failure, CertificateNotYetValidException.class)) {
      return Failure.misconfigured(
          "the certificate of " + endpoint.host() + " has expired or is not valid yet",
          "Check this machine's clock; if it is right, tell the gateway's operator.",
          failure);
    }
    if (causes(failure).anyMatch(TlsCheck::isWeakAlgorithm)) {
      return Failure.misconfigured(
          "the certificate of "
              + endpoint.host()
              + " is made with keys or signatures that are too weak",
          "Have it replaced by one with a key of RSA of 2048 bits or more, or of an elliptic curve,"
              + " and signatures over SHA-256 or better.",
          failure);
    }
    if (isA(failure, CertPathBuilderException.class)
        || isA(failure, CertPathValidatorException.class)) {
      return Failure.misconfigured(
          "the certificate of " + endpoint.host() + " comes from an issuer that is not trusted",
          "Check that no proxy stands in for the gateway; name the issuer of a gateway of your own"
              + (" with " + Setting.TRUST_STORE + "."),
          failure);
    }
    if (isA(failure, CertificateException.class)) {
      return Failure.misconfigured(
          "the certificate is not one for " + endpoint.host(),
          "Check that the gateway's host name is the one that Alipay+ states.",
          failure);
    }
    return isA(failure, TimeoutException.class)
        ? Failure.unavailable(
            endpoint.host() + " accepts the connection, but no TLS session comes about in time",
            "Check that the port is the gateway's, and run the command again.",
            failure)
        : Failure.misconfigured(
            "no TLS session with " + endpoint.host() + " could be agreed upon",
            "Check that the address and port are right and speak TLS 1.2 or 1.3.",
            failure);
  }

  private static boolean isA(Throwable failure, Class<? extends Throwable> type) {
    return causes(failure).anyMatch(type::isInstance);
  }

  private static boolean isWeakAlgorithm(Throwable cause) {
    return cause instanceof CertPathValidatorException invalid
        && invalid.getReason() == BasicReason.ALGORITHM_CONSTRAINED;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
  }
}
