package dev.paycode.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A body that knows whether it was asked for, and can be held back until then. Before that nothing
 * has left that Alipay+ could act upon: the HTTP client asks only once connection and TLS session
 * stand.
 */
final class TrackedBody implements BodyPublisher {

  private enum State {
    WAITING,
    DEPARTED,
    HELD_BACK
  }

  private final BodyPublisher publisher;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  TrackedBody(RequestBody body) {
    this.publisher = BodyPublishers.ofByteArray(body.bytes());
  }

  /** Whether some of the body may have been sent. */
  boolean hasDeparted() {
    return state.get() == State.DEPARTED;
  }

  /** Lets nothing of the body leave any more, and answers whether some may have left before. */
  boolean heldBackTooLate() {
    return !state.compareAndSet(State.WAITING, State.HELD_BACK) && hasDeparted();
  }

  @Override
  public long contentLength() {
    return publisher.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    if (state.compareAndSet(State.WAITING, State.DEPARTED) || hasDeparted()) {
      publisher.subscribe(subscriber);
    } else {
      subscriber.onSubscribe(new NoSubscription());
      subscriber.onError(new IOException("The attempt is over"));
    }
  }
}
