package dev.paycode.http;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.result.ResultStatus;
import java.time.Instant;

/**
 * The order in which a reply is checked, which never changes: size and framing, encoding, headers
 * that must stand once, address, signature over the raw bytes, freshness, UTF-8, JSON, values. The
 * first objection is the reply's end.
 */
final class ReplyReader {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  private final Authentication authentication;
  private final StatusReader statuses;

  ReplyReader(Authentication authentication, StatusReader statuses) {
    this.authentication = authentication;
    this.statuses = statuses;
  }

  /**
   * What the reply amounts to. Never throws.
   *
   * @param sent when the request left
   */
  Reply read(RawReply raw, Instant sent) {
    Reply reply = checked(raw, sent);
    return isOrdinary(raw) || isBelievedDespiteStatus(reply) ? reply : statuses.read(raw);
  }

  /**
   * Whether the reply would be read the same if more of its body came: it is whole, or its head
   * says enough. Never throws.
   */
  boolean isConclusive(RawReply soFar) {
    return soFar.objection().isPresent()
        || soFar
            .signature()
            .map(text -> authentication.isConclusive(soFar, text))
            .orElseGet(() -> !isOrdinary(soFar) || saysWhatItCan(soFar));
  }

  private static boolean saysWhatItCan(RawReply unsigned) {
    return AnswerReader.unsignedRefusal(unsigned.body()).isPresent();
  }

  private static boolean isOrdinary(RawReply raw) {
    return raw.status() == OK || (raw.status() == NO_CONTENT && raw.body().length == 0);
  }

  /** Under any other status only a signed F or U counts, never an S. */
  private static boolean isBelievedDespiteStatus(Reply reply) {
    return reply.signedTime().isPresent()
        && reply.statedResult().filter(result -> result.status() != ResultStatus.S).isPresent();
  }

  private Reply checked(RawReply raw, Instant sent) {
    return raw.objection()
        .<Reply>map(Reply.NoResult::new)
        .orElseGet(
            () ->
                raw.signature()
                    .map(text -> authentication.authenticated(raw, text, sent, AnswerReader::read))
                    .orElseGet(() -> unsigned(raw)));
  }

  private static Reply unsigned(RawReply raw) {
    return AnswerReader.unsignedRefusal(raw.body())
        .orElseGet(() -> new Reply.NoResult(Cause.SIGNATURE_MISSING));
  }
}
