package dev.paycode.http;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.message.MessageTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The field {@code paymentCodeInfoList} of a reply (protocol.md §4), in the gateway's order.
 *
 * @param codes the entries that are well-formed, at most ten
 * @param dropped how many entries were left out
 */
record CodeList(List<IssuedCode> codes, int dropped) {

  private static final int MOST = 10;

  /** The list in the object; a missing or null one counts as empty. Never throws. */
  static CodeList in(JsonNode json) {
    JsonNode list = json.path("paymentCodeInfoList");
    if (!list.isArray()) {
      return new CodeList(List.of(), list.isMissingNode() || list.isNull() ? 0 : 1);
    }
    List<IssuedCode> codes =
        list.values().stream().flatMap(entry -> code(entry).stream()).limit(MOST).toList();
    return new CodeList(codes, list.size() - codes.size());
  }

  /** Whether there are entries, but not one is well-formed. */
  boolean isMalformed() {
    return codes.isEmpty() && dropped > 0;
  }

  private static Optional<IssuedCode> code(JsonNode entry) {
    Optional<Instant> start = time(entry, "codeValidityStartTime");
    Optional<Instant> expiry = time(entry, "codeExpiryTime");
    Optional<String> digits = entry.path("paymentCode").stringValueOpt();
    if (start.isEmpty() || expiry.isEmpty() || digits.isEmpty()) {
      return Optional.empty();
    }
    return code(digits.get(), start.get(), expiry.get());
  }

  private static Optional<Instant> time(JsonNode entry, String name) {
    return entry.path(name).stringValueOpt().flatMap(MessageTime::parse);
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
