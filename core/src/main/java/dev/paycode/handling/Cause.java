package dev.paycode.handling;

import static dev.paycode.handling.Cause.Kind.LOST;
import static dev.paycode.handling.Cause.Kind.NOT_SENT;
import static dev.paycode.handling.Cause.Kind.UNTRUSTED;
import static dev.paycode.handling.Cause.Retry.AGAIN;
import static dev.paycode.handling.Cause.Retry.NEVER;
import static dev.paycode.handling.Cause.Retry.ONCE;

/** Why an attempt brought no result that can be believed, and whether to try again. */
public enum Cause {
  /** The deadline had passed before the first attempt. */
  NEVER_STARTED(NOT_SENT, NEVER, "The deadline passed before the request could be sent."),
  /** Another call, here or on another server, is fetching this holder's codes. */
  REFILL_UNDER_WAY(
      NOT_SENT, NEVER, "Another call is fetching codes for this holder and has not ended in time."),
  /** This process has as many calls under way as it may. */
  NOT_ADMITTED(NOT_SENT, NEVER, "This process has too many calls under way."),
  /** Nothing listens at the gateway's address. */
  CONNECTION_REFUSED(NOT_SENT, AGAIN, "The gateway refused the connection."),
  /** The gateway's name has no address. */
  NAME_NOT_RESOLVED(NOT_SENT, ONCE, "The gateway's host name could not be resolved."),
  /** No connection, or no TLS session, in time. */
  CONNECT_TIMED_OUT(NOT_SENT, AGAIN, "No connection to the gateway was made in time."),

  /** The request went out; no complete answer came in time. */
  TIMED_OUT(LOST, AGAIN, "No complete answer came in time."),
  /** The connection broke before the answer was complete. */
  CONNECTION_LOST(LOST, AGAIN, "The connection broke before the answer was complete."),
  /** HTTP 408 or 5xx. */
  SERVER_ERROR(LOST, AGAIN, "The gateway reported a failure of its own."),
  /** The bytes that came are not HTTP. */
  NOT_HTTP(LOST, ONCE, "What came back is no HTTP answer."),
  /** A status that this API does not use. */
  UNEXPECTED_STATUS(
      LOST, ONCE, "The gateway answered with an HTTP status that this API does not use."),
  /** Signed, but without a result, or with one that cannot be read. */
  RESULT_MISSING(LOST, AGAIN, "The answer carries no readable result."),
  /** S, but nothing to show. */
  NO_USABLE_CODES(
      LOST, ONCE, "The answer reports success but carries no code that is still valid."),

  /** The codes came, but their holder had been retired meanwhile. */
  RETIRED_MEANWHILE(LOST, NEVER, "The holder's codes were retired while new ones were fetched."),

  /** More bytes than any answer has. */
  BODY_TOO_LARGE(UNTRUSTED, NEVER, "The answer is larger than any answer of this API."),
  /** Compressed, although that was not asked for. */
  BODY_ENCODED(UNTRUSTED, NEVER, "The answer is compressed, which was not asked for."),
  /** No signature at all. */
  SIGNATURE_MISSING(UNTRUSTED, ONCE, "The answer is not signed."),
  /** A header that must stand once stands twice. */
  HEADER_REPEATED(UNTRUSTED, ONCE, "The answer repeats a header that must stand once."),
  /** A Signature header with no meaning. */
  SIGNATURE_MALFORMED(UNTRUSTED, NEVER, "The answer's Signature header cannot be read."),
  /** Signed with a key that is not configured. */
  KEY_VERSION_UNKNOWN(
      UNTRUSTED, NEVER, "The answer is signed with a key version that is not configured."),
  /** The signature is not Alipay+'s over these bytes. */
  SIGNATURE_WRONG(
      UNTRUSTED, ONCE, "The answer's signature does not verify with Alipay+'s public key."),
  /** No Response-Time, or one that cannot be read. */
  TIME_MISSING(UNTRUSTED, ONCE, "The answer has no readable Response-Time."),
  /** An old answer, or one from the future. */
  TIME_STALE(UNTRUSTED, ONCE, "The answer's Response-Time is too far from the request's time."),
  /** Meant for somebody else. */
  OTHER_CLIENT(UNTRUSTED, NEVER, "The answer is addressed to another client id."),
  /** Signed, but not the strict JSON object it should be. */
  BODY_MALFORMED(UNTRUSTED, ONCE, "The answer's body is not well-formed."),
  /** S, but none of the codes has the shape of one. */
  CODES_MALFORMED(
      UNTRUSTED, NEVER, "The answer's payment codes do not have the shape of payment codes.");

  /** How much is known about the request's fate. */
  public enum Kind {
    /** It cannot have reached Alipay+. */
    NOT_SENT,
    /** It may have reached Alipay+; what became of it is not known. */
    LOST,
    /** Somebody answered, but nobody knows who: worth an alarm. */
    UNTRUSTED
  }

  /** Whether the same request may be sent again. */
  public enum Retry {
    /** As often as the policy allows. */
    AGAIN,
    /** Once per handling. */
    ONCE,
    /** Not at all. */
    NEVER
  }

  private final Kind kind;
  private final Retry retry;
  private final String explanation;

  Cause(Kind kind, Retry retry, String explanation) {
    this.kind = kind;
    this.retry = retry;
    this.explanation = explanation;
  }

  /** How much is known about the request's fate. */
  public Kind kind() {
    return kind;
  }

  /** Whether the same request may be sent again. */
  public Retry retry() {
    return retry;
  }

  /** What happened, in one sentence for a person. */
  public String explanation() {
    return explanation;
  }
}
