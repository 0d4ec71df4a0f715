package dev.paycode.benchmarks;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * The JCA calls behind signer and verifier and nothing else: update and sign, update and verify, on
 * objects that were made ready before. For use by one thread.
 */
final class BareCalls {

  private static final String ALGORITHM = "SHA256withRSA";

  private final Signature signing;
  private final Signature verifying;
  private final byte[] content;
  private final byte[] made;

  private BareCalls(Signature signing, Signature verifying, byte[] content)
      throws GeneralSecurityException {
    this.signing = signing;
    this.verifying = verifying;
    this.content = content;
    this.made = sign();
  }

  /** The calls with these keys over this content, by this provider. */
  static BareCalls of(Provider provider, PrivateKey ours, PublicKey theirs, byte[] content)
      throws GeneralSecurityException {
    KeyFactory own = KeyFactory.getInstance("RSA", provider);
    Signature signing = Signature.getInstance(ALGORITHM, provider);
    signing.initSign(own.generatePrivate(new PKCS8EncodedKeySpec(ours.getEncoded())));
    Signature verifying = Signature.getInstance(ALGORITHM, provider);
    verifying.initVerify(own.generatePublic(new X509EncodedKeySpec(theirs.getEncoded())));
    return new BareCalls(signing, verifying, content);
  }

  byte[] sign() throws GeneralSecurityException {
    signing.update(content);
    return signing.sign();
  }

  boolean verify() throws GeneralSecurityException {
    verifying.update(content);
    return verifying.verify(made);
  }
}
