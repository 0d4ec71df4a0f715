package dev.paycode.http;

import dev.paycode.handling.Cause;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of a reply as it came, or why it was not read. Its text form holds none of it. */
final class ReceivedBody {

  private enum Connection {
    LEFT_OPEN,
    CLOSED
  }

  private final byte[] bytes;
  private final @Nullable Cause refusal;
  private final Connection connection;
  private final Subscription rest;

  private ReceivedBody(
      byte[] bytes, @Nullable Cause refusal, Connection connection, Subscription rest) {
    this.bytes = bytes;
    this.refusal = refusal;
    this.connection = connection;
    this.rest = rest;
  }

  /** A body read to its end; the HTTP client decides what becomes of its connection. */
  static ReceivedBody of(byte[] bytes) {
    return new ReceivedBody(bytes, null, Connection.LEFT_OPEN, new NoSubscription());
  }

  /** The body of an answer; a proxy's refusal has none at all. */
  static ReceivedBody of(HttpResponse<ReceivedBody> answer) {
    return Optional.ofNullable(answer.body()).orElseGet(() -> of(new byte[0]));
  }

  /** A whole body whose connection was closed where it ends. */
  static ReceivedBody closing(byte[] bytes) {
    return new ReceivedBody(bytes, null, Connection.CLOSED, new NoSubscription());
  }

  /** A body that was not read to its end, but its connection closed. */
  static ReceivedBody refused(Cause why) {
    return new ReceivedBody(new byte[0], why, Connection.CLOSED, new NoSubscription());
  }

  /** A body that was not read to its end, and whose rest still comes until it is hung up on. */
  static ReceivedBody refused(Cause why, Subscription rest) {
    return new ReceivedBody(new byte[0], why, Connection.LEFT_OPEN, rest);
  }

  /** Lets no more of the body come. */
  void hangUp() {
    rest.cancel();
  }

  /** Whether the connection was closed before the HTTP client could keep it for another call. */
  boolean hasClosedConnection() {
    return connection == Connection.CLOSED;
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
