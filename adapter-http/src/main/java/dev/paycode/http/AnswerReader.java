package dev.paycode.http;

import dev.paycode.code.IssuedCode;
import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.result.Result;
import java.util.List;
import java.util.Optional;

/** Reads values from bodies: all of them from a verified one, nothing but an F from another. */
final class AnswerReader {

  private AnswerReader() {}

  /** What a verified body states. */
  static Reply read(VerifiedBody body) {
    return AnswerFields.in(body.bytes())
        .map(fields -> read(fields, body))
        .orElseGet(() -> new Reply.NoResult(Cause.BODY_MALFORMED));
  }

  private static Reply read(AnswerFields fields, VerifiedBody body) {
    return fields
        .result()
        .result()
        .map(result -> read(result, result.isSuccess() ? fields.codes() : CodeList.EMPTY, body))
        .orElseGet(() -> new Reply.NoResult(Cause.RESULT_MISSING));
  }

  private static Reply read(Result result, CodeList list, VerifiedBody body) {
    List<IssuedCode> codes = list.codes();
    int dropped = list.entries().size() - codes.size();
    return codes.isEmpty() && dropped > 0
        ? new Reply.NoResult(Cause.CODES_MALFORMED)
        : new Reply.Answer(result, codes, dropped, body.answeredAt(), body.keyVersion());
  }

  /**
   * The F that an unsigned body states, if it states one: the gateway cannot sign for whom it does
   * not know (protocol.md §2).
   */
  static Optional<Reply> unsignedRefusal(byte[] body) {
    return AnswerFields.in(body)
        .flatMap(fields -> fields.result().result())
        .filter(Result::isRefusal)
        .map(Reply.Unauthenticated::new);
  }
}
