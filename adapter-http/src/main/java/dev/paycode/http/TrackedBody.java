package dev.paycode.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;

/**
 * A body that knows whether it was asked for. Until then nothing has left that Alipay+ could act
 * upon: the HTTP client asks only once connection and TLS session stand.
 */
final class TrackedBody implements BodyPublisher {

  private final BodyPublisher publisher;
  private volatile boolean departed;

  TrackedBody(RequestBody body) {
    this.publisher = BodyPublishers.ofByteArray(body.bytes());
  }

  /** Whether some of the body may have been sent. */
  boolean hasDeparted() {
    return departed;
  }

  @Override
  public long contentLength() {
    return publisher.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    departed = true;
    publisher.subscribe(subscriber);
  }
}
