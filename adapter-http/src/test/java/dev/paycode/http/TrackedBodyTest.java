package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class TrackedBodyTest {

  private final TrackedBody body = new TrackedBody(RequestBody.of(Fixtures.anyRequest()));

  @Test
  void a_body_that_was_held_back_in_time_never_leaves() {
    assertThat(body.heldBackTooLate()).isFalse();

    Collector late = new Collector();
    body.subscribe(late);

    assertThat(late.events).containsExactly("subscribed", "failed: The attempt is over");
    assertThat(body.hasDeparted()).isFalse();
  }

  @Test
  void a_body_that_has_left_cannot_be_held_back() {
    Collector client = new Collector();
    body.subscribe(client);

    assertThat(client.events).contains("bytes");
    assertThat(body.heldBackTooLate()).isTrue();
    assertThat(body.hasDeparted()).isTrue();
  }

  /** Notes what it is told, and asks for everything. */
  private static final class Collector implements Subscriber<ByteBuffer> {

    private final List<String> events = new ArrayList<>();

    @Override
    public void onSubscribe(Subscription subscription) {
      events.add("subscribed");
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
      events.add("bytes");
    }

    @Override
    public void onError(Throwable failure) {
      events.add("failed: " + failure.getMessage());
    }

    @Override
    public void onComplete() {
      events.add("complete");
    }
  }
}
