package dev.paycode.http;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.function.Predicate;

/** One client for all calls, which keeps its connections. */
final class SharedClient implements Clients, Clients.Turn {

  private final HttpClient client;

  SharedClient(HttpClient client) {
    this.client = client;
  }

  @Override
  public Turn next() {
    return this;
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
  public void abandoned() {}
}
