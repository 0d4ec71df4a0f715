package dev.paycode.signing;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.Certificate;

/** What was found where another kind of key was due, and what to do then. */
enum KeyKind {
  PRIVATE_KEY("a private key", "perhaps the two files are swapped") {
    @Override
    boolean fits(ASN1Primitive structure) {
      return KeyForms.privateKey(structure).isPresent();
    }
  },
  CERTIFICATE("a certificate", "its private key was saved to a file of its own") {
    @Override
    boolean fits(ASN1Primitive structure) {
      return Trial.of(() -> Certificate.getInstance(structure)).isPresent();
    }
  },
  PUBLIC_KEY("a public key", "perhaps the two files are swapped") {
    @Override
    boolean fits(ASN1Primitive structure) {
      return KeyForms.publicKey(structure).isPresent();
    }
  },
  ENCRYPTED_KEY(
      "an encrypted private key",
      "it opens only with its password; where none can be given, this decrypts it:"
          + " (umask 077; openssl pkey -in OLD -out NEW)") {
    @Override
    boolean fits(ASN1Primitive structure) {
      return KeyForms.encryptedKey(structure).isPresent();
    }
  },
  KEY_STORE(
      "a PKCS#12 key store",
      "it opens only with its password and an alias; where none can be given, this takes the key"
          + " out of it:"
          + " (umask 077; openssl pkcs12 -in OLD -nocerts -noenc | openssl pkey -out NEW)") {
    @Override
    boolean fits(ASN1Primitive structure) {
      return Trial.of(() -> Pfx.getInstance(structure)).isPresent();
    }
  },
  NO_KEY(
      "no key",
      "it must be RSA in PEM, Base64 or DER: a private key as PKCS#8 or PKCS#1, a public key as"
          + " X.509, PKCS#1 or in a certificate") {
    @Override
    boolean fits(ASN1Primitive structure) {
      return true;
    }
  };

  private final String words;
  private final String advice;

  KeyKind(String words, String advice) {
    this.words = words;
    this.advice = advice;
  }

  /** The first kind that fits; {@link #NO_KEY} fits everything. */
  static KeyKind of(ASN1Primitive structure) {
    return Arrays.stream(values()).filter(kind -> kind.fits(structure)).findFirst().orElse(NO_KEY);
  }

  abstract boolean fits(ASN1Primitive structure);

  String words() {
    return words;
  }

  String advice() {
    return advice;
  }
}
