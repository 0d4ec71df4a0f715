package dev.paycode.sandbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The TLS of a sandbox: an issuer of its own, and a certificate by it for {@code localhost}, {@code
 * 127.0.0.1} and {@code ::1}.
 *
 * <pre>{@code
 * SandboxTls tls = SandboxTls.generate();
 * try (Sandbox sandbox = Sandbox.start(options.withTls(tls))) {
 *   // call sandbox.uri(), an https one, and trust tls.trustStore()
 * }
 * }</pre>
 *
 * <p>Both certificates are valid from 2020 to 2049 and have keys on the curve P-256. Those that
 * {@link #expired()}, {@link #notYetValid()}, {@link #forHost(String)}, {@link #withShortKey()} and
 * {@link #signedOverSha1()} make come from the same issuer, so that nothing else is wrong with
 * them. Every private key stays in memory. Immutable; {@link #toString()} tells nothing of the
 * keys.
 */
public final class SandboxTls {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant PAST = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant FUTURE = Instant.parse("2048-01-01T00:00:00Z");
  private static final Instant FAR_FUTURE = Instant.parse("2049-01-01T00:00:00Z");

  private static final int SHORT_RSA_BITS = 1024;

  /** A key store wants one; it never leaves the memory. */
  private static final char[] PASSWORD = {};

  private final Certificates issuer;
  private final KeyPair keys;
  private final X509Certificate certificate;
  private final String protocol;

  private SandboxTls(
      Certificates issuer, KeyPair keys, X509Certificate certificate, String protocol) {
    this.issuer = issuer;
    this.keys = keys;
    this.certificate = certificate;
    this.protocol = protocol;
  }

  /** A fresh issuer and certificate, TLS 1.3 and 1.2; takes some milliseconds. */
  public static SandboxTls generate() {
    Certificates issuer = Certificates.ofNewIssuer();
    KeyPair keys = Certificates.newKeyPair();
    return new SandboxTls(issuer, keys, issuer.issue(keys.getPublic(), thisMachine()), "");
  }

  private static GeneralNames thisMachine() {
    return new GeneralNames(
        new GeneralName[] {
          new GeneralName(GeneralName.dNSName, "localhost"),
          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
          new GeneralName(GeneralName.iPAddress, "::1")
        });
  }

  /** The same issuer with a certificate that expired at the end of 2020. */
  public SandboxTls expired() {
    return with(issuer.issue(keys.getPublic(), thisMachine(), LONG_AGO, PAST));
  }

  /** The same issuer with a certificate that is not valid before 2048. */
  public SandboxTls notYetValid() {
    return with(issuer.issue(keys.getPublic(), thisMachine(), FUTURE, FAR_FUTURE));
  }

  /** The same issuer with a certificate for that host only, such as {@code gateway.example}. */
  public SandboxTls forHost(String name) {
    return with(
        issuer.issue(
            keys.getPublic(), new GeneralNames(new GeneralName(GeneralName.dNSName, name))));
  }

  /** The same issuer with a certificate for a key of RSA with 1024 bits, which is too short. */
  public SandboxTls withShortKey() {
    KeyPair shorter = Rsa.newKeyPair(SHORT_RSA_BITS);
    return new SandboxTls(
        issuer, shorter, issuer.issue(shorter.getPublic(), thisMachine()), protocol);
  }

  /** The same issuer with a certificate that it signed over SHA-1, which is too weak. */
  public SandboxTls signedOverSha1() {
    return with(issuer.issueWeakly(keys.getPublic(), thisMachine()));
  }

  /**
   * The same, speaking that version only.
   *
   * @param version as Java names it, such as {@code TLSv1.2}; of one that Java has disabled, such
   *     as {@code TLSv1.1}, no session comes about
   */
  public SandboxTls speaking(String version) {
    return new SandboxTls(issuer, keys, certificate, requireNonNull(version, "version"));
  }

  private SandboxTls with(X509Certificate other) {
    return new SandboxTls(issuer, keys, other, protocol);
  }

  /** The certificate of the issuer, for a client to trust. */
  public X509Certificate issuer() {
    return issuer.certificate();
  }

  /** A fresh store with {@link #issuer()} alone, for a client to trust. */
  public KeyStore trustStore() {
    try {
      KeyStore store = emptyStore();
      store.setCertificateEntry("issuer", issuer());
      return store;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("this Java has no key store of its own", impossible);
    }
  }

  /** Version of TLS to speak alone; empty for those that Java speaks by itself. */
  String protocol() {
    return protocol;
  }

  SSLContext context() {
    try {
      KeyStore store = emptyStore();
      store.setKeyEntry(
          "sandbox", keys.getPrivate(), PASSWORD, new Certificate[] {certificate, issuer()});
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("this Java cannot speak TLS", impossible);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  @Override
  public String toString() {
    return "SandboxTls[" + certificate.getSubjectX500Principal() + "]";
  }
}
