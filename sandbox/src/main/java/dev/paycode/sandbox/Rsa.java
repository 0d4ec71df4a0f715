package dev.paycode.sandbox;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** What the protocol calls RSA256: SHA-256 with RSA, by the JDK's own provider. */
final class Rsa {

  private static final String ALGORITHM = "SHA256withRSA";
  private static final int KEY_BITS = 2048;

  private Rsa() {}

  static KeyPair newKeyPair() {
    return newKeyPair(KEY_BITS);
  }

  static KeyPair newKeyPair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no RSA", missing);
    }
  }

  static byte[] sign(PrivateKey key, byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("the sandbox's own key cannot sign", unusable);
    }
  }

  /** Whether the key's owner signed the content; whatever the signature's bytes are. */
  static boolean verifies(PublicKey key, byte[] content, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(content);
      return verifies(signature, signed);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("the client's public key cannot verify", unusable);
    }
  }

  private static boolean verifies(Signature signature, byte[] signed) {
    try {
      return signature.verify(signed);
    } catch (SignatureException wrongLength) {
      return false;
    }
  }
}
