package dev.paycode.http;

import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.util.Optional;

/**
 * The texts in the field {@code result} of a reply (protocol.md §4), as far as there are any. Its
 * text form holds none of them.
 */
final class ResultField {

  /** What a reply without the field states. */
  static final ResultField MISSING =
      new ResultField(Optional.empty(), Optional.empty(), Optional.empty());

  private final Optional<String> status;
  private final Optional<String> code;
  private final Optional<String> message;

  private ResultField(Optional<String> status, Optional<String> code, Optional<String> message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /** The texts among these fields. */
  static ResultField in(JsonValues fields) {
    Optional<String> status = Optional.empty();
    Optional<String> code = Optional.empty();
    Optional<String> message = Optional.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "resultStatus" -> status = fields.text();
        case "resultCode" -> code = fields.text();
        case "resultMessage" -> message = fields.text();
        default -> {}
      }
    }
    return new ResultField(status, code, message);
  }

  /** The result; empty if status or code are missing or have no shape. Never throws. */
  Optional<Result> result() {
    return status.flatMap(
        text ->
            code.flatMap(ResultField::code)
                .map(known -> Result.of(ResultStatus.parse(text), known, message.orElse(""))));
  }

  private static Optional<ResultCode> code(String text) {
    try {
      return Optional.of(ResultCode.parse(text));
    } catch (IllegalArgumentException shapeless) {
      return Optional.empty();
    }
  }
}
