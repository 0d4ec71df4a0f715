package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

  private final AtomicInteger hangUps = new AtomicInteger();

  @Test
  void over_http_2_a_body_too_large_is_hung_up_on_only_once_its_outcome_is_known() {
    ReceivedBody body = tooLargeOver(Version.HTTP_2);

    assertThat(body.refusal()).contains(Cause.BODY_TOO_LARGE);
    assertThat(hangUps).hasValue(0);
    body.hangUp();
    assertThat(hangUps).hasValue(1);
  }

  @Test
  void over_http_1_1_a_body_too_large_is_hung_up_on_at_once() {
    ReceivedBody body = tooLargeOver(Version.HTTP_1_1);

    assertThat(body.refusal()).contains(Cause.BODY_TOO_LARGE);
    assertThat(body.hasClosedConnection()).isTrue();
    assertThat(hangUps).hasValue(1);
  }

  @Test
  void a_body_in_countless_pieces_is_not_verified_with_each_of_them() {
    AtomicInteger looks = new AtomicInteger();
    BodySubscriber<ReceivedBody> reader =
        BoundedBody.hangingUp(
            new Head(Version.HTTP_1_1),
            soFar -> {
              looks.incrementAndGet();
              return false;
            });
    reader.onSubscribe(new Counted());
    for (int piece = 0; piece < BoundedBody.LONGEST; piece++) {
      reader.onNext(List.of(ByteBuffer.allocate(1)));
    }
    reader.onComplete();

    assertThat(looks).hasValue(BoundedBody.MOST_LOOKS);
    assertThat(reader.getBody().toCompletableFuture().join().bytes()).hasSize(BoundedBody.LONGEST);
  }

  private ReceivedBody tooLargeOver(Version version) {
    BodySubscriber<ReceivedBody> reader = BoundedBody.readingToTheEnd(new Head(version));
    reader.onSubscribe(new Counted());
    reader.onNext(List.of(ByteBuffer.allocate(BoundedBody.LONGEST), ByteBuffer.allocate(1)));
    return reader.getBody().toCompletableFuture().join();
  }

  /** Counts how often it is cancelled. */
  private final class Counted implements Subscription {

    @Override
    public void request(long count) {}

    @Override
    public void cancel() {
      hangUps.incrementAndGet();
    }
  }

  /** A head that announces nothing. */
  private record Head(Version version) implements ResponseInfo {

    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(Map.of(), (name, value) -> true);
    }
  }
}
