package dev.paycode.result;

/** How a request ended, as the field {@code resultStatus} says (protocol.md §6). */
public enum ResultStatus {
  /** Successful. */
  S,
  /** Failed: act by the result code, never send the request again. */
  F,
  /** Unknown: send the same request again. */
  U;

  /**
   * The status with this name; any other text, of whatever case, counts as unknown, so that a
   * status of the future is retried and never taken for a success.
   */
  public static ResultStatus parse(String text) {
    return switch (text) {
      case "S" -> S;
      case "F" -> F;
      default -> U;
    };
  }
}
