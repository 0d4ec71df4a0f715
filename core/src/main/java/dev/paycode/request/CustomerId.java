package dev.paycode.request;

/**
 * The ID that the wallet gives one of its users; Alipay+ sends it back when the code is paid with.
 *
 * <p>1 to 64 characters, not blank, no control characters (protocol.md §3). It is personal data, so
 * {@link #toString()} tells only its length.
 *
 * @param value the ID as the wallet knows it
 */
public record CustomerId(String value) {

  private static final int LONGEST = 64;

  /**
   * @throws IllegalArgumentException if the ID is blank, too long or has control characters
   */
  public CustomerId {
    RequestText.checked("customerId", value, LONGEST);
  }

  /**
   * The customer with this ID; the inverse of {@link #value()}.
   *
   * @throws IllegalArgumentException if the ID is blank, too long or has control characters
   */
  public static CustomerId parse(String value) {
    return new CustomerId(value);
  }

  @Override
  public String toString() {
    return "CustomerId[" + value.length() + " characters]";
  }
}
