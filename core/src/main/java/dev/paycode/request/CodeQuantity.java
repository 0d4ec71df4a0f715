package dev.paycode.request;

/**
 * How many codes to ask for at once, 1 to 10 (protocol.md §3). Ten cover five and a half minutes.
 *
 * @param value the number
 */
public record CodeQuantity(int value) {

  private static final int SMALLEST = 1;
  private static final int GREATEST = 10;

  /** One code: what Alipay+ returns where the request does not say. */
  public static final CodeQuantity ONE = new CodeQuantity(SMALLEST);

  /** As many codes as one request may ask for. */
  public static final CodeQuantity MOST = new CodeQuantity(GREATEST);

  /**
   * @throws IllegalArgumentException if the number is not 1 to 10
   */
  public CodeQuantity {
    if (value < SMALLEST || value > GREATEST) {
      throw refused(Integer.toString(value));
    }
  }

  /**
   * The quantity with this value, 1 to 10.
   *
   * @throws IllegalArgumentException if the number is not 1 to 10
   */
  public static CodeQuantity of(int value) {
    return new CodeQuantity(value);
  }

  /**
   * The quantity written as one or two decimal digits; the inverse of {@link #toString()}.
   *
   * @throws IllegalArgumentException if the text is no number, or not 1 to 10
   */
  public static CodeQuantity parse(String text) {
    if (!text.matches("[1-9][0-9]?")) {
      throw refused(text.length() <= 12 ? text : text.substring(0, 12) + "…");
    }
    return of(Integer.parseInt(text));
  }

  private static IllegalArgumentException refused(String value) {
    return new IllegalArgumentException(
        "quantity '" + value + "' is not a whole number from " + SMALLEST + " to " + GREATEST);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
