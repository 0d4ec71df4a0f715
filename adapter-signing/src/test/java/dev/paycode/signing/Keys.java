package dev.paycode.signing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Key pairs made for a test run, and the ways to write their halves. */
final class Keys {

  static final KeyPair OURS = rsa(2048, RSAKeyGenParameterSpec.F4);
  static final KeyPair ALIPAY_PLUS = rsa(2048, RSAKeyGenParameterSpec.F4);

  private Keys() {}

  static KeyPair rsa(int bits, BigInteger exponent) {
    return pair("RSA", new RSAKeyGenParameterSpec(bits, exponent));
  }

  static KeyPair ec() {
    return pair("EC", new ECGenParameterSpec("secp256r1"));
  }

  private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A public key with these numbers, whether or not anybody could have the private half. */
  static RSAPublicKey publicKey(BigInteger modulus, BigInteger exponent) {
    try {
      PublicKey key =
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
      return (RSAPublicKey) key;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] pkcs1(PrivateKey key) {
    return Trial.of(
            () -> PrivateKeyInfo.getInstance(key.getEncoded()).parsePrivateKey().toASN1Primitive())
        .flatMap(structure -> Trial.of(structure::getEncoded))
        .orElseThrow();
  }

  static byte[] pkcs1(PublicKey key) {
    return Trial.of(
            () -> SubjectPublicKeyInfo.getInstance(key.getEncoded()).parsePublicKey().getEncoded())
        .orElseThrow();
  }

  static X509Certificate certificate(KeyPair pair) {
    X500Principal name = new X500Principal("CN=anyone");
    Date longAgo = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
    return Trial.of(
            () ->
                new JcaX509CertificateConverter()
                    .getCertificate(
                        new JcaX509v3CertificateBuilder(
                                name, BigInteger.ONE, longAgo, longAgo, name, pair.getPublic())
                            .build(
                                new JcaContentSignerBuilder("SHA256withRSA")
                                    .build(pair.getPrivate()))))
        .orElseThrow();
  }

  static String pem(String label, byte[] der) {
    byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, lineEnd).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  static String base64(byte[] der) {
    return Base64.getEncoder().encodeToString(der);
  }
}
