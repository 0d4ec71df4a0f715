package dev.paycode.request;

import java.util.Locale;
import java.util.Set;

/**
 * The place where the user is about to pay, exactly as the user selected it: an ISO 3166-1 alpha-2
 * code in capitals, such as {@code JP} (protocol.md §3).
 *
 * @param code the two letters
 */
public record Region(String code) {

  private static final Set<String> ASSIGNED =
      Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

  /**
   * @throws IllegalArgumentException if the code is not assigned in ISO 3166-1 alpha-2
   */
  public Region {
    if (!ASSIGNED.contains(code)) {
      throw new IllegalArgumentException(
          "region '" + printable(code) + "' is not a country code" + hint(code));
    }
  }

  /**
   * The region with this code; the inverse of {@link #toString()}.
   *
   * @throws IllegalArgumentException if the code is not assigned in ISO 3166-1 alpha-2
   */
  public static Region parse(String code) {
    return new Region(code);
  }

  private static String hint(String code) {
    String capitals = code.toUpperCase(Locale.ROOT);
    return ASSIGNED.contains(capitals)
        ? "; write it in capitals: " + capitals
        : "; use two capital letters of ISO 3166-1 alpha-2, such as JP or CN";
  }

  private static String printable(String code) {
    String shown = code.replaceAll("\\P{Print}", "?");
    return shown.length() <= 8 ? shown : shown.substring(0, 8) + "…";
  }

  @Override
  public String toString() {
    return code;
  }
}
