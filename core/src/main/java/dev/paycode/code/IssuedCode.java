package dev.paycode.code;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A payment code together with the window in which it is valid, as Alipay+ issued them.
 *
 * @param code the secret digits; masked in {@link #toString()}
 * @param window when the code may be scanned
 */
public record IssuedCode(PaymentCode code, ValidityWindow window) {

  /** Refuses null. */
  public IssuedCode {
    requireNonNull(code, "code");
    requireNonNull(window, "window");
  }

  /** The code valid in the window. */
  public static IssuedCode of(PaymentCode code, ValidityWindow window) {
    return new IssuedCode(code, window);
  }

  /**
   * This code with its window ended after {@code longest}, or itself if the window is no longer
   * than that.
   *
   * @throws IllegalArgumentException if {@code longest} is not positive
   */
  public IssuedCode limitedTo(Duration longest) {
    ValidityWindow limited = window.limitedTo(longest);
    return limited.equals(window) ? this : new IssuedCode(code, limited);
  }
}
