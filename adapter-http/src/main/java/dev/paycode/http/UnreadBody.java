package dev.paycode.http;

import dev.paycode.handling.Cause;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Hangs up before the first byte of a body, which closes the connection. */
final class UnreadBody implements BodySubscriber<ReceivedBody> {

  private final CompletableFuture<ReceivedBody> body;

  UnreadBody(Cause why) {
    this.body = CompletableFuture.completedFuture(ReceivedBody.refused(why));
  }

  @Override
  public CompletionStage<ReceivedBody> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription granted) {
    granted.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {}

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
