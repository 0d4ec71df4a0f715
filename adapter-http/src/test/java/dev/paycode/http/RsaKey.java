package dev.paycode.http;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

/** A real key pair, of which each side has both halves. */
final class RsaKey implements MessageSigner, MessageVerifier {

  /** Quickly made, and long enough to tell one key from another. */
  private static final int BITS = 1024;

  private final KeyPair keys;

  private RsaKey(KeyPair keys) {
    this.keys = keys;
  }

  static RsaKey anyKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    return new RsaKey(generator.generateKeyPair());
  }

  @Override
  public SignatureHeader sign(SignedContent content) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content.bytes());
      return SignatureHeader.of(KeyVersion.FIRST, signature.sign());
    } catch (GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  @Override
  public Verdict verify(SignedContent content, SignatureHeader header) {
    return isMine(content.bytes(), header.signature())
        ? new Verdict.Verified(KeyVersion.FIRST)
        : new Verdict.Distrusted(Cause.SIGNATURE_WRONG);
  }

  boolean isMine(byte[] content, byte[] signatureBytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(keys.getPublic());
      signature.update(content);
      return signature.verify(signatureBytes);
    } catch (GeneralSecurityException notEvenASignature) {
      return false;
    }
  }
}
