package dev.paycode.http;

import dev.paycode.handling.Cause;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Collects a body of at most 64 KiB and hangs up, which closes the connection: at one byte more,
 * and also where a body of announced length ends.
 *
 * <p>Such a connection is not kept, because whatever a confused gateway sends after the body would
 * be taken for the answer to the next request, and if it is another customer's signed answer, no
 * signature tells. Where a chunked body ends, or a 204, the HTTP client does not say in time: after
 * one of these the connection is kept.
 */
final class BoundedBody implements BodySubscriber<ReceivedBody> {

  /** The longest body that is read, in bytes: ten codes need 2 KiB. */
  static final int LONGEST = 64 * 1024;

  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private final CompletableFuture<ReceivedBody> body = new CompletableFuture<>();
  private final long announced;
  private Subscription subscription = new NoSubscription();

  private BoundedBody(long announced) {
    this.announced = announced;
  }

  /** Reads the body if its headers say clearly where it ends, and that this is soon enough. */
  static BodyHandler<ReceivedBody> handler() {
    return reply ->
        Framing.objection(reply.headers())
            .<BodySubscriber<ReceivedBody>>map(UnreadBody::new)
            .orElseGet(() -> new BoundedBody(announced(reply.headers())));
  }

  /** The length that the headers announce, or one that no body reaches. */
  private static long announced(HttpHeaders headers) {
    return headers.firstValueAsLong("Content-Length").orElse(Long.MAX_VALUE);
  }

  @Override
  public CompletionStage<ReceivedBody> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription granted) {
    subscription = granted;
    if (announced == 0) {
      hangUp(ReceivedBody.of(new byte[0]));
    } else {
      granted.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(this::collect);
  }

  private void collect(ByteBuffer buffer) {
    if (body.isDone()) {
      return;
    }
    if (buffer.remaining() > LONGEST - collected.size()) {
      hangUp(ReceivedBody.refused(Cause.BODY_TOO_LARGE));
      return;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    collected.writeBytes(bytes);
    if (collected.size() >= announced) {
      hangUp(ReceivedBody.of(collected.toByteArray()));
    }
  }

  private void hangUp(ReceivedBody received) {
    subscription.cancel();
    body.complete(received);
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
