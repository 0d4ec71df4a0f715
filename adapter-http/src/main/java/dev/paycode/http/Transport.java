package dev.paycode.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/**
 * One exchange over HTTP with an end: the HTTP client's own timeout stops watching at the headers,
 * so the whole exchange is waited for and cancelled here, which closes its connection.
 */
final class Transport {

  private final Clients clients;
  private final GatewayAddress address;
  private final ReplyReader replies;

  Transport(Clients clients, GatewayAddress address, ReplyReader replies) {
    this.clients = clients;
    this.address = address;
    this.replies = replies;
  }

  /**
   * What comes back when the body is posted.
   *
   * @param sent when the request was stamped
   * @throws InterruptedException if the thread is interrupted; the connection is closed then
   */
  Reply post(HttpRequest.Builder request, RequestBody body, Instant sent, Deadline deadline)
      throws InterruptedException {
    Clients.Turn turn;
    try {
      turn = clients.next();
    } catch (RuntimeException noClient) {
      // such as no file descriptor left
      return new Reply.NoResult(
          Cause.CONNECTION_REFUSED, "no HTTP client: " + noClient.getClass().getSimpleName());
    }
    return exchanged(turn, request, new TrackedBody(body), sent, deadline);
  }

  private Reply exchanged(
      Clients.Turn turn,
      HttpRequest.Builder request,
      TrackedBody tracked,
      Instant sent,
      Deadline deadline)
      throws InterruptedException {
    Future<HttpResponse<ReceivedBody>> exchange =
        started(turn.client(), request.POST(tracked).build(), turn.bodies(replies::isConclusive));
    try {
      HttpResponse<ReceivedBody> answer = exchange.get(deadline.remaining(), NANOSECONDS);
      ReceivedBody.of(answer).hangUp();
      turn.answered(answer);
      return replies.read(RawReply.of(answer), sent);
    } catch (ExecutionException failed) {
      return failed(turn, tracked.hasDeparted(), TransportFailure.of(original(failed)));
    } catch (TimeoutException late) {
      boolean departed = tracked.heldBackTooLate();
      exchange.cancel(true);
      turn.abandoned();
      return new Reply.NoResult(departed ? Cause.TIMED_OUT : Cause.CONNECT_TIMED_OUT);
    } catch (InterruptedException unwanted) {
      exchange.cancel(true);
      turn.abandoned();
      throw unwanted;
    }
  }

  /**
   * Sent from a thread of the client's own and not by {@code sendAsync}, which hands every answer
   * to the common pool; where that has one thread, as with two processors, it starts a new one for
   * each call.
   */
  private static Future<HttpResponse<ReceivedBody>> started(
      HttpClient client, HttpRequest request, BodyHandler<ReceivedBody> bodies) {
    FutureTask<HttpResponse<ReceivedBody>> exchange =
        new FutureTask<>(() -> client.send(request, bodies));
    client.executor().orElseThrow().execute(exchange);
    return exchange;
  }

  /** The HTTP client passes on whatever failed in an exception of its own, mostly of type I/O. */
  private static Throwable original(ExecutionException failed) {
    Throwable passedOn = Objects.requireNonNullElse(failed.getCause(), failed);
    return Objects.requireNonNullElse(passedOn.getCause(), passedOn);
  }

  private Reply failed(Clients.Turn turn, boolean departed, TransportFailure failure) {
    if (failure.isOfConnection()) {
      turn.failed();
    } else {
      turn.garbled();
    }
    return failure.reply(departed, address);
  }
}
