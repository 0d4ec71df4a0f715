package dev.paycode.http;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.function.Predicate;

/** The HTTP clients that carry the calls. For use by many threads. */
interface Clients {

  /** The client for one call. */
  Turn next();

  /** One call's use of an HTTP client; exactly one of its ends is told. */
  interface Turn {

    /** The client that sends the request. */
    HttpClient client();

    /**
     * What collects the answer's body.
     *
     * @param isConclusive whether the answer would be the same if more of its body came
     */
    BodyHandler<ReceivedBody> bodies(Predicate<RawReply> isConclusive);

    /** This answer came. */
    void answered(HttpResponse<ReceivedBody> answer);

    /** The connection has failed: no answer comes any more. */
    void failed();

    /** What came is no HTTP, after which an HTTP client may leave its connection open. */
    void garbled();

    /** Nobody waits for the exchange any more: an answer may still come. */
    void abandoned();
  }
}
