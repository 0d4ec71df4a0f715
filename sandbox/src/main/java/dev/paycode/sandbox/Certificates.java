package dev.paycode.sandbox;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer of TLS certificates: its key pair, its certificate, and what it issues. */
final class Certificates {

  private static final Instant ISSUED = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant EXPIRES = Instant.parse("2049-12-31T00:00:00Z");
  private static final int SERIAL_BYTES = 16;
  private static final String STRONG = "SHA256withECDSA";
  private static final String WEAK = "SHA1withECDSA";

  private final KeyPair keys;
  private final X509Certificate certificate;

  private Certificates(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /** A fresh issuer, its certificate signed by itself. */
  static Certificates ofNewIssuer() {
    KeyPair keys = newKeyPair();
    return new Certificates(keys, ca(keys));
  }

  /** A key pair on the curve P-256: made and used in less than a millisecond. */
  static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no elliptic curves", missing);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** A certificate for these names that is valid for as long as the issuer's own. */
  X509Certificate issue(PublicKey owner, GeneralNames names) {
    return issue(owner, names, ISSUED, EXPIRES);
  }

  /** A certificate for these names that is valid in this time. */
  X509Certificate issue(PublicKey owner, GeneralNames names, Instant from, Instant to) {
    return issue(owner, names, from, to, STRONG);
  }

  /** The same with a signature over SHA-1, which is too weak to be trusted. */
  X509Certificate issueWeakly(PublicKey owner, GeneralNames names) {
    return issue(owner, names, ISSUED, EXPIRES, WEAK);
  }

  private X509Certificate issue(
      PublicKey owner, GeneralNames names, Instant from, Instant to, String algorithm) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            certificate,
            serial(owner),
            Date.from(from),
            Date.from(to),
            new X500Name("CN=Paycode sandbox"),
            owner);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(Extension.subjectAlternativeName, false, names);
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
      return signed(builder, keys, algorithm);
    } catch (IOException | GeneralSecurityException | OperatorCreationException impossible) {
      throw cannotBeMade(impossible);
    }
  }

  private static X509Certificate ca(KeyPair keys) {
    BigInteger serial = serial(keys.getPublic());
    // No two have the same name: a client would take the wrong one of them for the issuer.
    X500Name name = new X500Name("CN=Paycode sandbox CA " + serial.toString(16).substring(0, 8));
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name, serial, Date.from(ISSUED), Date.from(EXPIRES), name, keys.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      return signed(builder, keys, STRONG);
    } catch (IOException | GeneralSecurityException | OperatorCreationException impossible) {
      throw cannotBeMade(impossible);
    }
  }

  /** From the owner's key, which is random: as good as a number drawn, and nothing to draw. */
  private static BigInteger serial(PublicKey owner) {
    byte[] encoded = owner.getEncoded();
    byte[] tail = new byte[SERIAL_BYTES];
    System.arraycopy(encoded, encoded.length - SERIAL_BYTES, tail, 0, SERIAL_BYTES);
    return new BigInteger(1, tail);
  }

  private static X509Certificate signed(
      X509v3CertificateBuilder builder, KeyPair issuer, String algorithm)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(algorithm).build(issuer.getPrivate())));
  }

  private static IllegalStateException cannotBeMade(Exception cause) {
    return new IllegalStateException("this Java cannot make certificates", cause);
  }
}
