package dev.paycode.http;

import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The field {@code result} of a reply (protocol.md §4). */
final class ResultField {

  private ResultField() {}

  /**
   * The result in the object; empty if status or code are missing or have no shape. Never throws.
   */
  static Optional<Result> in(JsonNode json) {
    JsonNode result = json.path("result");
    Optional<ResultStatus> status =
        result.path("resultStatus").stringValueOpt().map(ResultStatus::parse);
    Optional<ResultCode> code =
        result.path("resultCode").stringValueOpt().flatMap(ResultField::code);
    String message = result.path("resultMessage").stringValueOpt().orElse("");
    return status.flatMap(known -> code.map(text -> Result.of(known, text, message)));
  }

  private static Optional<ResultCode> code(String text) {
    try {
      return Optional.of(ResultCode.parse(text));
    } catch (IllegalArgumentException shapeless) {
      return Optional.empty();
    }
  }
}
