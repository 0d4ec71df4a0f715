package dev.paycode.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One exchange over HTTP with an end: the HTTP client's own timeout stops watching at the headers,
 * so the whole exchange is waited for and cancelled here, which closes its connection.
 */
final class Transport {

  private final HttpClient client;
  private final GatewayAddress address;

  Transport(HttpClient client, GatewayAddress address) {
    this.client = client;
    this.address = address;
  }

  /**
   * Posts the body and hands what comes back to {@code reader}.
   *
   * @throws InterruptedException if the thread is interrupted; the connection is closed then
   */
  Reply post(
      HttpRequest.Builder request,
      RequestBody body,
      Deadline deadline,
      Function<RawReply, Reply> reader)
      throws InterruptedException {
    TrackedBody tracked = new TrackedBody(body);
    CompletableFuture<HttpResponse<ReceivedBody>> exchange =
        client.sendAsync(request.POST(tracked).build(), BoundedBody.handler());
    try {
      return reader.apply(RawReply.of(exchange.get(deadline.remaining(), NANOSECONDS)));
    } catch (ExecutionException failed) {
      return TransportFailure.of(failed).reply(tracked.hasDeparted(), address);
    } catch (TimeoutException late) {
      boolean departed = tracked.heldBackTooLate();
      exchange.cancel(true);
      return new Reply.NoResult(departed ? Cause.TIMED_OUT : Cause.CONNECT_TIMED_OUT);
    } catch (InterruptedException unwanted) {
      exchange.cancel(true);
      throw unwanted;
    }
  }
}
