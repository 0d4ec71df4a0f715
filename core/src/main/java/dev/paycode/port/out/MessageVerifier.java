package dev.paycode.port.out;

import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;

/** Outgoing port to Alipay+'s public keys. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface MessageVerifier {

  /**
   * Whether Alipay+ signed these bytes. Hostile input yields a verdict, never an exception.
   *
   * @param content the bytes as they came over the wire
   * @param header the signature that came with them
   */
  Verdict verify(SignedContent content, SignatureHeader header);
}
