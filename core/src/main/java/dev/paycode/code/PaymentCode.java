package dev.paycode.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The digits a merchant scans: a bearer secret, so whoever reads them can spend with them.
 *
 * <p>16 to 32 decimal digits, kept as text (24 digits overflow a {@code long}) and never given a
 * meaning: the layouts of protocol.md §5 may change without notice. Every textual form but {@link
 * #reveal()} is masked: {@code PaymentCode.parse("281006020000000000125733").toString()} is {@code
 * "********************5733"}.
 *
 * <p>Immutable and safe for use by many threads. Deliberately not serializable.
 */
public final class PaymentCode {

  private static final int FEWEST_DIGITS = 16;
  private static final int MOST_DIGITS = 32;
  private static final int VISIBLE_DIGITS = 4;

  private final String digits;

  private PaymentCode(String digits) {
    this.digits = digits;
  }

  /**
   * The code with these digits; the inverse of {@link #reveal()}.
   *
   * @throws IllegalArgumentException if the text is not 16 to 32 ASCII digits; the message does not
   *     repeat the text, because a mistyped code is still nearly a code
   */
  public static PaymentCode parse(String digits) {
    boolean onlyDigits = hasOnlyDigits(digits);
    if (!onlyDigits || digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "A payment code is 16 to 32 digits 0-9, but this text has "
              + digits.length()
              + " characters"
              + (onlyDigits ? "" : ", not all of them digits"));
    }
    return new PaymentCode(digits);
  }

  private static boolean hasOnlyDigits(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) < '0' || text.charAt(index) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The digits in full, for a barcode or an encrypted store; never for a log or a message. */
  public String reveal() {
    return digits;
  }

  /**
   * Whether both codes have the same digits, compared in time that does not tell where they differ.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof PaymentCode that && MessageDigest.isEqual(bytes(), that.bytes());
  }

  private byte[] bytes() {
    return digits.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  /** The masked form: a star for every digit but the last four. */
  @Override
  public String toString() {
    int hidden = digits.length() - VISIBLE_DIGITS;
    return "*".repeat(hidden) + digits.substring(hidden);
  }
}
