package dev.paycode.http;

import dev.paycode.handling.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a reply as it came, or why it was not read. Its text form holds none of it. */
final class ReceivedBody {

  private final byte[] bytes;
  private final @Nullable Cause refusal;

  private ReceivedBody(byte[] bytes, @Nullable Cause refusal) {
    this.bytes = bytes;
    this.refusal = refusal;
  }

  /** A body read to its end. */
  static ReceivedBody of(byte[] bytes) {
    return new ReceivedBody(bytes, null);
  }

  /** A body that was not read to its end. */
  static ReceivedBody refused(Cause why) {
    return new ReceivedBody(new byte[0], why);
  }

  /** Why the body was not read; empty if it was. */
  Optional<Cause> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** The bytes on the wire; none if the body was not read. Nobody in this package changes them. */
  byte[] bytes() {
    return bytes;
  }
}
