package dev.paycode.port.out;

import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;

/** Outgoing port to the wallet's private key. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface MessageSigner {

  /** The signature over the content's bytes, SHA-256 with RSA, and the version of its key. */
  SignatureHeader sign(SignedContent content);
}
