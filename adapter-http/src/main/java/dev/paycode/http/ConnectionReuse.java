package dev.paycode.http;

/**
 * Which connections carry more than one call.
 *
 * <p>The signed text names no request (protocol.md §2). What a confused gateway or proxy sends too
 * much on an HTTP/1.1 connection is therefore taken for the answer to the next call on it, and if
 * it is another customer's signed answer, no signature tells. HTTP/2 numbers every frame with its
 * request: there nothing can be mistaken.
 */
public enum ConnectionReuse {
  /**
   * HTTP/2 connections are shared by all calls; an HTTP/1.1 connection carries one call and is then
   * closed. The default.
   *
   * <p>Risks nothing. Where the gateway offers no HTTP/2, every call costs a connection and a TLS
   * handshake, of which the session is resumed where the gateway allows it.
   */
  HTTP_2_ONLY,

  /**
   * Every call has a connection of its own, over HTTP/1.1; it is closed after the answer.
   *
   * <p>Risks nothing, and costs a connection and a TLS handshake per call. For a gateway, or a
   * proxy in between, whose HTTP/2 cannot be relied upon.
   */
  NEVER,

  /**
   * HTTP/1.1 connections are kept and used again, too.
   *
   * <p>Saves the handshakes where the gateway offers no HTTP/2. Risks that an answer goes to the
   * wrong customer when the gateway, or whatever stands before it, ever sends more than one answer
   * to a request: the freshness of the Response-Time is then the only guard, and a weak one. Choose
   * it only for a peer that is known never to do so.
   */
  ALWAYS
}
