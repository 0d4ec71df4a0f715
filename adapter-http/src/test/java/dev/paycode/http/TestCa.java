package dev.paycode.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer of certificates for this machine, good ones and bad ones. */
final class TestCa {

  static final char[] PASSWORD = "only-for-this-test".toCharArray();

  private static final X500Name NAME = new X500Name("CN=Test CA");
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final PrivateKey key;
  private final X509Certificate certificate;

  private TestCa(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  static TestCa create() throws Exception {
    KeyPair pair = pair("RSA", 2048);
    X509v3CertificateBuilder own =
        builder(NAME, NAME, pair, Instant.now(), Duration.ofDays(10))
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return new TestCa(pair.getPrivate(), signed(own, "SHA256withRSA", pair.getPrivate()));
  }

  static KeyPair pair(String algorithm, int size) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair pair, Instant middle, Duration around) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(SERIAL.getAndIncrement()),
        Date.from(middle.minus(around)),
        Date.from(middle.plus(around)),
        subject,
        pair.getPublic());
  }

  private static X509Certificate signed(
      X509v3CertificateBuilder builder, String algorithm, PrivateKey key) throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
  }

  /** A good certificate for the name localhost. */
  Leaf leaf() throws Exception {
    return new Leaf(this, pair("EC", 256), Instant.now(), "SHA256withRSA", "localhost");
  }

  /** A certificate in the making. */
  record Leaf(TestCa issuer, KeyPair pair, Instant middle, String algorithm, String name) {

    /** One that was valid, or will be, for two days around that time. */
    Leaf around(Instant time) {
      return new Leaf(issuer, pair, time, algorithm, name);
    }

    Leaf with(KeyPair other) {
      return new Leaf(issuer, other, middle, algorithm, name);
    }

    Leaf signedBy(String other) {
      return new Leaf(issuer, pair, middle, other, name);
    }

    /** One for another host; without a name the subject alone says localhost. */
    Leaf named(String other) {
      return new Leaf(issuer, pair, middle, algorithm, other);
    }

    KeyStore keys() throws Exception {
      X509v3CertificateBuilder builder =
          builder(NAME, new X500Name("CN=localhost"), pair, middle, Duration.ofDays(1));
      if (!name.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
      }
      KeyStore store = empty();
      store.setKeyEntry(
          "leaf",
          pair.getPrivate(),
          PASSWORD,
          new X509Certificate[] {signed(builder, algorithm, issuer.key), issuer.certificate});
      return store;
    }

    /** A server socket that shows the certificate. */
    SSLServerSocket serverSocket() throws Exception {
      ServerSocket server =
          context()
              .getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      return (SSLServerSocket) server;
    }

    /** Shows the certificate, and trusts the issuer's. */
    SSLContext context() throws Exception {
      KeyManagerFactory own =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(keys(), PASSWORD);
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(issuer.issuers());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    }
  }

  /** A store that holds the issuer's own certificate. */
  KeyStore issuers() throws Exception {
    KeyStore store = empty();
    store.setCertificateEntry("ca", certificate);
    return store;
  }

  private static KeyStore empty() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
