package dev.paycode.http;

import dev.paycode.message.KeyVersion;
import java.time.Instant;

/**
 * The body of a reply that Alipay+ signed, and that is fresh. Only {@link Authentication} makes
 * one, and only from one are values read. Its text form holds none of the body.
 */
final class VerifiedBody {

  private final byte[] bytes;
  private final Instant answeredAt;
  private final KeyVersion keyVersion;

  VerifiedBody(byte[] bytes, Instant answeredAt, KeyVersion keyVersion) {
    this.bytes = bytes;
    this.answeredAt = answeredAt;
    this.keyVersion = keyVersion;
  }

  /** The bytes that were signed. */
  byte[] bytes() {
    return bytes;
  }

  /** The signed Response-Time. */
  Instant answeredAt() {
    return answeredAt;
  }

  /** The key that verified the bytes. */
  KeyVersion keyVersion() {
    return keyVersion;
  }
}
