package dev.paycode.http;

import dev.paycode.handling.Cause;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Collects a body of at most 64 KiB, and hangs up at one byte more: over HTTP/1.1 that closes the
 * connection, over HTTP/2 it resets the stream, but only once the outcome has reached the caller:
 * the HTTP client may give up the whole exchange for a reset before.
 *
 * <p>Where asked to, it hangs up as well as soon as nothing more can matter: at the announced end,
 * or, of a body without one, once the reader needs no more of it. The HTTP client then cannot keep
 * the connection for another call. It says of no body in time where it ends, so a body that is
 * never enough for the reader, or comes in too many pieces, leaves the connection open, as does a
 * 204.
 */
final class BoundedBody implements BodySubscriber<ReceivedBody> {

  /** The longest body that is read, in bytes: ten codes need 2 KiB. */
  static final int LONGEST = 64 * 1024;

  /** How often the reader is asked at most, who verifies all of the bytes each time. */
  static final int MOST_LOOKS = 64;

  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private final CompletableFuture<ReceivedBody> body = new CompletableFuture<>();
  private final Version version;
  private final Predicate<ByteArrayOutputStream> isEnough;
  private Subscription subscription = new NoSubscription();

  private BoundedBody(Version version, Predicate<ByteArrayOutputStream> isEnough) {
    this.version = version;
    this.isEnough = isEnough;
  }

  /**
   * Reads a body to its end, if it is clear where that is and near enough: over HTTP/2 the frames
   * say so, whatever the head announces.
   */
  static BodySubscriber<ReceivedBody> readingToTheEnd(ResponseInfo head) {
    Predicate<ByteArrayOutputStream> never = collected -> false;
    return head.version() == Version.HTTP_2
        ? new BoundedBody(Version.HTTP_2, never)
        : reading(head, never);
  }

  /**
   * Reads a body over HTTP/1.1 as well, and hangs up where the body ends, or where more of it would
   * change nothing.
   */
  static BodySubscriber<ReceivedBody> hangingUp(
      ResponseInfo head, Predicate<RawReply> isConclusive) {
    OptionalLong length = Framing.announcedLength(head.headers());
    AtomicInteger looks = new AtomicInteger();
    return reading(
        head,
        collected ->
            length.isPresent()
                ? collected.size() >= length.getAsLong()
                : looks.incrementAndGet() <= MOST_LOOKS
                    && isConclusive.test(RawReply.soFar(head, collected.toByteArray())));
  }

  private static BodySubscriber<ReceivedBody> reading(
      ResponseInfo head, Predicate<ByteArrayOutputStream> isEnough) {
    return Framing.objection(head.headers())
        .<BodySubscriber<ReceivedBody>>map(UnreadBody::new)
        .orElseGet(() -> new BoundedBody(head.version(), isEnough));
  }

  @Override
  public CompletionStage<ReceivedBody> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription granted) {
    subscription = granted;
    hangUpIfEnough();
    if (!body.isDone()) {
      granted.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(this::collect);
    hangUpIfEnough();
  }

  private void collect(ByteBuffer buffer) {
    if (body.isDone()) {
      return;
    }
    if (buffer.remaining() > LONGEST - collected.size()) {
      refuse();
      return;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    collected.writeBytes(bytes);
  }

  private void refuse() {
    if (version == Version.HTTP_2) {
      body.complete(ReceivedBody.refused(Cause.BODY_TOO_LARGE, subscription));
    } else {
      body.complete(ReceivedBody.refused(Cause.BODY_TOO_LARGE));
      subscription.cancel();
    }
  }

  private void hangUpIfEnough() {
    if (!body.isDone() && isEnough.test(collected)) {
      subscription.cancel();
      body.complete(ReceivedBody.closing(collected.toByteArray()));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(ReceivedBody.of(collected.toByteArray()));
  }
}
