package dev.paycode.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
    CompletableFuture<HttpResponse<ReceivedBody>> exchange =
        turn.client().sendAsync(request.POST(tracked).build(), turn.bodies(replies::isConclusive));
    try {
      HttpResponse<ReceivedBody> answer = exchange.get(deadline.remaining(), NANOSECONDS);
      ReceivedBody.of(answer).hangUp();
      turn.answered(answer);
      return replies.read(RawReply.of(answer), sent);
    } catch (ExecutionException failed) {
      return failed(turn, tracked.hasDeparted(), TransportFailure.of(failed));
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

  private Reply failed(Clients.Turn turn, boolean departed, TransportFailure failure) {
    if (failure.isOfConnection()) {
      turn.failed();
    } else {
      turn.garbled();
    }
    return failure.reply(departed, address);
  }
}
