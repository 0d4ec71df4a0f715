package dev.paycode.port.out;

import dev.paycode.handling.Reply;
import java.time.Duration;

/** One request whose body no longer changes. Used by one thread at a time. */
public interface PreparedCall {

  /**
   * Sends the request once, with a fresh Request-Time and signature, and waits for the reply.
   *
   * <p>Whatever happens on the way is a {@link Reply}; no exception but the one below leaves this
   * method.
   *
   * @param timeout the end of the attempt, connection and body included, counted from now
   * @return what came back; after the timeout a {@link Reply.NoResult}
   * @throws InterruptedException if the thread is interrupted; the connection is closed then
   */
  Reply send(Duration timeout) throws InterruptedException;

  /** The SHA-256 of the body in lower-case hexadecimal digits, the same for every attempt. */
  String bodyDigest();
}
