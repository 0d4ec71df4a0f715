package dev.paycode.result;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The result of a request as Alipay+ stated it: status, code and message (protocol.md §4, §6).
 *
 * <p>The status decides, also where it contradicts the specification's table, with one exception: S
 * is a success only together with {@code SUCCESS}.
 *
 * @param status S, F or U
 * @param code the result code, known or not
 * @param message the gateway's words for a person, made safe to print: at most 256 characters, no
 *     control characters, long runs of digits masked
 */
public record Result(ResultStatus status, ResultCode code, String message) {

  private static final int LONGEST_MESSAGE = 256;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");
  private static final Pattern LIKE_A_CODE = Pattern.compile("[0-9]{16,}");

  /** Makes the message safe to print, whatever it holds. */
  public Result {
    requireNonNull(status, "status");
    requireNonNull(code, "code");
    message = printable(message);
  }

  /** The result with this status, code and message. */
  public static Result of(ResultStatus status, ResultCode code, String message) {
    return new Result(status, code, message);
  }

  private static String printable(String message) {
    String oneLine = UNPRINTABLE.matcher(message).replaceAll(" ");
    String masked = LIKE_A_CODE.matcher(oneLine).replaceAll("****");
    return masked.length() <= LONGEST_MESSAGE
        ? masked
        : masked.substring(0, LONGEST_MESSAGE - 1) + "…";
  }

  /** Whether codes were issued: S and SUCCESS, nothing less. */
  public boolean isSuccess() {
    return status == ResultStatus.S && code.is(SpecifiedCode.SUCCESS);
  }

  /** Whether the request failed for good: F, whatever the code. */
  public boolean isRefusal() {
    return status == ResultStatus.F;
  }

  /** Whether Alipay+ asks for fewer calls. */
  public boolean isThrottling() {
    return status == ResultStatus.U && code.is(SpecifiedCode.REQUEST_TRAFFIC_EXCEED_LIMIT);
  }

  /** Whether the specification gives this code another status: worth an alarm. */
  public boolean contradictsSpecification() {
    return code.specified()
        .map(specified -> specified.status() != status)
        .orElse(status == ResultStatus.S);
  }

  /** What to do: by the code where status and specification agree, else by the status. */
  public Remedy remedy() {
    if (status == ResultStatus.S && !isSuccess()) {
      return Remedy.CALL_AGAIN;
    }
    return code.specified()
        .filter(specified -> specified.status() == status)
        .map(SpecifiedCode::remedy)
        .orElse(Remedy.of(status));
  }
}
