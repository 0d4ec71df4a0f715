package dev.paycode.http;

import dev.paycode.handling.Cause;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client for each call under way, until one has found that the gateway speaks HTTP/2: that one is
 * shared.
 *
 * <p>A client keeps the connection of an HTTP/1.1 answer whose end it saw, and cannot be told to
 * close it. So such a client is let go with its connection and never carries another call; one
 * whose connection was closed before that can. This, and not how quickly the HTTP client notices
 * surplus bytes, is why nothing left on a connection can reach another call. What is let go lives
 * until the garbage collector finds it, from Java 21 on no longer: so it must stay the exception.
 */
final class SeparateClients implements Clients {

  /** More calls at a time are rare, and a client for each is then made anew. */
  private static final int MOST_IDLE = 16;

  /** Ends where its head does, and so cannot be hung up upon. */
  private static final int NO_CONTENT = 204;

  private final Supplier<HttpClient> maker;
  private final Executor janitor;
  private final Queue<HttpClient> idle = new ArrayBlockingQueue<>(MOST_IDLE);
  private final AtomicReference<@Nullable HttpClient> multiplexing = new AtomicReference<>();

  /**
   * @param maker makes a client with connections of its own
   * @param janitor runs what may take a while
   */
  SeparateClients(Supplier<HttpClient> maker, Executor janitor) {
    this.maker = maker;
    this.janitor = janitor;
  }

  @Override
  public Turn next() {
    HttpClient shared = multiplexing.get();
    if (shared != null) {
      return new Together(shared);
    }
    HttpClient free = idle.poll();
    return new Alone(free == null ? maker.get() : free);
  }

  /** Not on the caller's thread, whose time may be over. */
  private void letGo(HttpClient client) {
    if (client instanceof AutoCloseable closeable) {
      janitor.execute(() -> close(closeable));
    }
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception unclosed) {
      // it is not used again either way
    }
  }

  /** A client that carries no other call meanwhile. */
  private final class Alone implements Turn {

    private final HttpClient client;
    private final AtomicBoolean sawAnswer = new AtomicBoolean();

    Alone(HttpClient client) {
      this.client = client;
    }

    @Override
    public HttpClient client() {
      return client;
    }

    @Override
    public BodyHandler<ReceivedBody> bodies(Predicate<RawReply> isConclusive) {
      return bodies(isConclusive, sawAnswer);
    }

    /**
     * Refers to no client: before Java 21 a connection that is never closed keeps what collects its
     * answer, and the garbage collector would never find the client that has to close it.
     */
    private static BodyHandler<ReceivedBody> bodies(
        Predicate<RawReply> isConclusive, AtomicBoolean sawAnswer) {
      return head -> {
        sawAnswer.set(true);
        return head.version() == Version.HTTP_2
            ? BoundedBody.readingToTheEnd(head)
            : BoundedBody.hangingUp(head, isConclusive);
      };
    }

    @Override
    public void answered(HttpResponse<ReceivedBody> answer) {
      boolean isKept =
          answer.version() == Version.HTTP_2
              ? multiplexing.compareAndSet(null, client)
              : isClosed(answer) && idle.offer(client);
      if (!isKept) {
        letGo(client);
      }
    }

    private static boolean isClosed(HttpResponse<ReceivedBody> answer) {
      return ReceivedBody.of(answer).hasClosedConnection() && answer.statusCode() != NO_CONTENT;
    }

    @Override
    public void failed() {
      // a connection is kept only after the end of an answer, and none may have begun
      if (sawAnswer.get() || !idle.offer(client)) {
        letGo(client);
      }
    }

    @Override
    public void garbled() {
      letGo(client);
    }

    @Override
    public void abandoned() {
      letGo(client);
    }
  }

  /** The client that carries all calls over HTTP/2, for as long as that goes well. */
  private final class Together implements Turn {

    private final HttpClient client;

    Together(HttpClient client) {
      this.client = client;
    }

    @Override
    public HttpClient client() {
      return client;
    }

    @Override
    public BodyHandler<ReceivedBody> bodies(Predicate<RawReply> isConclusive) {
      return head ->
          head.version() == Version.HTTP_2
              ? BoundedBody.readingToTheEnd(head)
              // the gateway has gone back to HTTP/1.1, where this may be another call's answer
              : new UnreadBody(Cause.CONNECTION_LOST);
    }

    @Override
    public void answered(HttpResponse<ReceivedBody> answer) {
      if (answer.version() != Version.HTTP_2) {
        abandoned();
      }
    }

    @Override
    public void failed() {
      // where its connection broke, it makes another by itself
    }

    @Override
    public void garbled() {}

    @Override
    public void abandoned() {
      // its connection may be dead without anybody having said so: the next call makes a new one
      multiplexing.compareAndSet(client, null);
    }
  }
}
