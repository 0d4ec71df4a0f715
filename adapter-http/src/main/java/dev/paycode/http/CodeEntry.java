package dev.paycode.http;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.message.MessageTime;
import java.time.Instant;
import java.util.Optional;

/**
 * The texts in an entry of {@code paymentCodeInfoList} (protocol.md §4), as far as there are any.
 * Its text form holds none of them.
 */
final class CodeEntry {

  /** An entry without any. */
  static final CodeEntry NONE = new CodeEntry(Optional.empty(), Optional.empty(), Optional.empty());

  private final Optional<String> digits;
  private final Optional<String> start;
  private final Optional<String> expiry;

  private CodeEntry(Optional<String> digits, Optional<String> start, Optional<String> expiry) {
    this.digits = digits;
    this.start = start;
    this.expiry = expiry;
  }

  /** The texts among these fields. */
  static CodeEntry in(JsonValues fields) {
    Optional<String> digits = Optional.empty();
    Optional<String> start = Optional.empty();
    Optional<String> expiry = Optional.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "paymentCode" -> digits = fields.text();
        case "codeValidityStartTime" -> start = fields.text();
        case "codeExpiryTime" -> expiry = fields.text();
        default -> {}
      }
    }
    return new CodeEntry(digits, start, expiry);
  }

  /** The code, if the entry is well-formed. Never throws. */
  Optional<IssuedCode> code() {
    Optional<Instant> from = start.flatMap(MessageTime::parse);
    Optional<Instant> until = expiry.flatMap(MessageTime::parse);
    return digits.isEmpty() || from.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : code(digits.get(), from.get(), until.get());
  }

  private static Optional<IssuedCode> code(String digits, Instant start, Instant expiry) {
    try {
      return Optional.of(
          IssuedCode.of(PaymentCode.parse(digits), ValidityWindow.between(start, expiry)));
    } catch (IllegalArgumentException noCode) {
      return Optional.empty();
    }
  }
}
