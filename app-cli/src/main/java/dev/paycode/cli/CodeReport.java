package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.handling.Outcome;
import dev.paycode.result.Result;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as {@code get --format json} prints it: always the same fields. Without a stated
 * result its two fields are null, without codes the list is empty.
 *
 * @param outcome the kind of outcome
 * @param resultCode the last result's code
 * @param resultStatus the last result's status
 * @param attempts how often the request was sent
 * @param codes the codes
 */
@JsonPropertyOrder({"outcome", "resultCode", "resultStatus", "attempts", "codes"})
record CodeReport(
    String outcome,
    @Nullable String resultCode,
    @Nullable String resultStatus,
    int attempts,
    List<Entry> codes)
    implements Report {

  private static final Entry HEADING = new Entry("payment code", "valid from", "valid until");

  /** One line per code under a heading; nothing where there is no code. */
  @Override
  public String text() {
    return codes.isEmpty()
        ? ""
        : Lines.of(Stream.concat(Stream.of(HEADING), codes.stream()).map(Entry::row));
  }

  /**
   * One code; times in ISO 8601, UTC.
   *
   * @param paymentCode the digits, masked or not
   * @param codeValidityStartTime the first instant at which it is valid
   * @param codeExpiryTime the first instant at which it no longer is
   */
  @JsonPropertyOrder({"paymentCode", "codeValidityStartTime", "codeExpiryTime"})
  record Entry(String paymentCode, String codeValidityStartTime, String codeExpiryTime) {

    private String row() {
      return "%-32s  %-30s  %s".formatted(paymentCode, codeValidityStartTime, codeExpiryTime);
    }

    /** The times only: the digits may be in full. */
    @Override
    public String toString() {
      return "Entry[" + codeValidityStartTime + ", " + codeExpiryTime + "]";
    }
  }

  /**
   * The report of this outcome.
   *
   * @param codes those of the outcome
   * @param digits how a code is written: masked or in full
   */
  static CodeReport of(
      Outcome outcome, List<IssuedCode> codes, Function<PaymentCode, String> digits) {
    return new CodeReport(
        outcome.kind().name(),
        outcome.lastResult().map(Result::code).map(Object::toString).orElse(null),
        outcome.lastResult().map(Result::status).map(Enum::name).orElse(null),
        outcome.attempts(),
        codes.stream().map(issued -> entry(issued, digits)).toList());
  }

  private static Entry entry(IssuedCode issued, Function<PaymentCode, String> digits) {
    return new Entry(
        digits.apply(issued.code()),
        issued.window().start().toString(),
        issued.window().expiry().toString());
  }
}
