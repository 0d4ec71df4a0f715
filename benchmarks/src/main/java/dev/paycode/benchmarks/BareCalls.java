package dev.paycode.benchmarks;

import dev.paycode.message.SignedContent;
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
  private final byte[] request;
  private final byte[] answer;
  private final byte[] answerSignature;

  private BareCalls(Signature signing, Signature verifying, byte[] request, byte[] answer)
      throws GeneralSecurityException {
    this.signing = signing;
    this.verifying = verifying;
    this.request = request;
    this.answer = answer;
    this.answerSignature = signed(answer);
  }

  /**
   * The calls with the keys of one pair, by this provider.
   *
   * @param request what is signed
   * @param answer what is verified
   */
  static BareCalls of(
      Provider provider,
      PrivateKey ours,
      PublicKey theirs,
      SignedContent request,
      SignedContent answer)
      throws GeneralSecurityException {
    KeyFactory own = KeyFactory.getInstance("RSA", provider);
    Signature signing = Signature.getInstance(ALGORITHM, provider);
    signing.initSign(own.generatePrivate(new PKCS8EncodedKeySpec(ours.getEncoded())));
    Signature verifying = Signature.getInstance(ALGORITHM, provider);
    verifying.initVerify(own.generatePublic(new X509EncodedKeySpec(theirs.getEncoded())));
    return new BareCalls(signing, verifying, request.bytes(), answer.bytes());
  }

  byte[] sign() throws GeneralSecurityException {
    return signed(request);
  }

  private byte[] signed(byte[] content) throws GeneralSecurityException {
    signing.update(content);
    return signing.sign();
  }

  boolean verify() throws GeneralSecurityException {
    verifying.update(answer);
    return verifying.verify(answerSignature);
  }
}
