package dev.paycode.signing;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The structures in which keys are written. */
final class KeyForms {

  private static final AlgorithmIdentifier RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
  private static final AlgorithmIdentifier EC =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey);

  private KeyForms() {}

  /** The private key in PKCS#8, PKCS#1 (RSA) or SEC 1 (EC). */
  static Optional<PrivateKeyInfo> privateKey(ASN1Primitive structure) {
    return Trial.of(() -> PrivateKeyInfo.getInstance(structure))
        .or(() -> Trial.of(() -> new PrivateKeyInfo(RSA, RSAPrivateKey.getInstance(structure))))
        .or(() -> Trial.of(() -> new PrivateKeyInfo(EC, ECPrivateKey.getInstance(structure))));
  }

  /** The private key in encrypted PKCS#8. */
  static Optional<EncryptedPrivateKeyInfo> encryptedKey(ASN1Primitive structure) {
    return Trial.of(() -> EncryptedPrivateKeyInfo.getInstance(structure));
  }

  /** The public key in X.509, PKCS#1 (RSA) or a certificate. */
  static Optional<SubjectPublicKeyInfo> publicKey(ASN1Primitive structure) {
    return Trial.of(() -> SubjectPublicKeyInfo.getInstance(structure))
        .or(
            () ->
                Trial.of(() -> new SubjectPublicKeyInfo(RSA, RSAPublicKey.getInstance(structure))))
        .or(
            () ->
                Trial.of(() -> Certificate.getInstance(structure))
                    .map(Certificate::getSubjectPublicKeyInfo));
  }
}
