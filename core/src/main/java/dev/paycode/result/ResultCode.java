package dev.paycode.result;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The field {@code resultCode}: one of the {@linkplain SpecifiedCode specified} ones, or one that
 * this library does not know yet and keeps as it is.
 *
 * @param text 1 to 64 letters, digits, and the signs {@code _ - .}
 */
public record ResultCode(String text) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /**
   * @throws IllegalArgumentException if the text has not the shape of a result code
   */
  public ResultCode {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "A result code is 1 to 64 letters, digits and _ - . ; this text has "
              + text.length()
              + " characters");
    }
  }

  /**
   * The code with this text; the inverse of {@link #toString()}.
   *
   * @throws IllegalArgumentException if the text has not the shape of a result code
   */
  public static ResultCode parse(String text) {
    return new ResultCode(text);
  }

  /** The specification's entry for this code, if it has one. */
  public Optional<SpecifiedCode> specified() {
    return Arrays.stream(SpecifiedCode.values())
        .filter(specified -> specified.name().equals(text))
        .findAny();
  }

  boolean is(SpecifiedCode specified) {
    return text.equals(specified.name());
  }

  @Override
  public String toString() {
    return text;
  }
}
