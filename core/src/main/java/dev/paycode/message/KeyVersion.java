package dev.paycode.message;

import java.util.regex.Pattern;

/**
 * The version of a key, as the field {@code keyVersion} of a signature names it; {@code 1} unless
 * the developer console says otherwise (protocol.md §1).
 *
 * @param value 1 to 16 letters and digits
 */
public record KeyVersion(String value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{1,16}");

  /** The version of a client's first key. */
  public static final KeyVersion FIRST = new KeyVersion("1");

  /**
   * @throws IllegalArgumentException if the text is not 1 to 16 letters and digits
   */
  public KeyVersion {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "key version '"
              + value.replaceAll("[^ -~]", "?")
              + "' is not 1 to 16 letters and digits; use the number shown in the developer console");
    }
  }

  /**
   * The version with this name; the inverse of {@link #toString()}.
   *
   * @throws IllegalArgumentException if the text is not 1 to 16 letters and digits
   */
  public static KeyVersion parse(String value) {
    return new KeyVersion(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
