package dev.paycode.http;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One client for all calls, which keeps its connections, until one of them may be dead. */
final class SharedClient implements Clients {

  private final Supplier<HttpClient> maker;
  private final AtomicReference<@Nullable HttpClient> current = new AtomicReference<>();

  /**
   * @param maker makes a client with connections of its own
   */
  SharedClient(Supplier<HttpClient> maker) {
    this.maker = maker;
  }

  @Override
  public Turn next() {
    return new Kept(
        requireNonNull(current.updateAndGet(kept -> kept == null ? maker.get() : kept)));
  }

  /** One call's use of the client. */
  private final class Kept implements Turn {

    private final HttpClient client;

    Kept(HttpClient client) {
      this.client = client;
    }

    @Override
    public HttpClient client() {
      return client;
    }

    @Override
    public BodyHandler<ReceivedBody> bodies(Predicate<RawReply> isConclusive) {
      return BoundedBody::readingToTheEnd;
    }

    @Override
    public void answered(HttpResponse<ReceivedBody> answer) {}

    @Override
    public void failed() {}

    @Override
    public void garbled() {}

    @Override
    public void abandoned() {
      // over HTTP/2 its connection may be dead without anybody having said so
      current.compareAndSet(client, null);
    }
  }
}
