package dev.paycode.http;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.result.Result;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads values from bodies: all of them from a verified one, nothing but an F from another. */
final class AnswerReader {

  private AnswerReader() {}

  /** What a verified body states. */
  static Reply read(VerifiedBody body) {
    return StrictJson.parse(body.bytes())
        .map(json -> read(json, body))
        .orElseGet(() -> new Reply.NoResult(Cause.BODY_MALFORMED));
  }

  private static Reply read(JsonNode json, VerifiedBody body) {
    return ResultField.in(json)
        .map(result -> read(result, json, body))
        .orElseGet(() -> new Reply.NoResult(Cause.RESULT_MISSING));
  }

  private static Reply read(Result result, JsonNode json, VerifiedBody body) {
    CodeList list = result.isSuccess() ? CodeList.in(json) : new CodeList(List.of(), 0);
    return list.isMalformed()
        ? new Reply.NoResult(Cause.CODES_MALFORMED)
        : new Reply.Answer(
            result, list.codes(), list.dropped(), body.answeredAt(), body.keyVersion());
  }

  /**
   * The F that an unsigned body states, if it states one: the gateway cannot sign for whom it does
   * not know (protocol.md §2).
   */
  static Optional<Reply> unsignedRefusal(byte[] body) {
    return StrictJson.parse(body)
        .flatMap(ResultField::in)
        .filter(Result::isRefusal)
        .map(Reply.Unauthenticated::new);
  }
}
