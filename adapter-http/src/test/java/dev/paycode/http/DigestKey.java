package dev.paycode.http;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Stands in for both sides' keys where the cryptography is not the point: the SHA-256 signs. */
final class DigestKey implements MessageSigner, MessageVerifier {

  @Override
  public SignatureHeader sign(SignedContent content) {
    return SignatureHeader.of(KeyVersion.FIRST, digest(content));
  }

  @Override
  public Verdict verify(SignedContent content, SignatureHeader header) {
    return MessageDigest.isEqual(digest(content), header.signature())
        ? new Verdict.Verified(KeyVersion.FIRST)
        : new Verdict.Distrusted(Cause.SIGNATURE_WRONG);
  }

  private static byte[] digest(SignedContent content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.bytes());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
