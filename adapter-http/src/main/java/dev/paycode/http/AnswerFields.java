package dev.paycode.http;

import java.util.Optional;

/** The fields of an answer that Paycode knows (protocol.md §4), as texts that mean nothing yet. */
record AnswerFields(ResultField result, CodeList codes) {

  /** The fields in these bytes, if they are strict JSON to their end. Never throws. */
  static Optional<AnswerFields> in(byte[] body) {
    return StrictJson.read(body, AnswerFields::among);
  }

  private static AnswerFields among(JsonValues fields) {
    ResultField result = ResultField.MISSING;
    CodeList codes = CodeList.EMPTY;
    while (fields.next()) {
      switch (fields.name()) {
        case "result" -> result = fields.object().map(ResultField::in).orElse(ResultField.MISSING);
        case "paymentCodeInfoList" -> codes = CodeList.at(fields);
        default -> {}
      }
    }
    return new AnswerFields(result, codes);
  }
}
