package dev.paycode.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What several rounds found.
 *
 * @param least the least
 * @param median the middle one, or the lower of the two in the middle
 * @param most the most
 */
record Spread(double least, double median, double most) {

  /**
   * The spread of these, of which there is at least one.
   *
   * @param found in any order
   */
  static Spread of(List<Double> found) {
    List<Double> sorted = found.stream().sorted().toList();
    return new Spread(
        sorted.get(0), sorted.get((sorted.size() - 1) / 2), sorted.get(sorted.size() - 1));
  }

  /** As whole numbers, such as {@code 3,650 (3,601–3,702)}. */
  String whole() {
    return text("%,.0f");
  }

  /** With two decimals, such as {@code 0.96 (0.94–0.97)}. */
  String hundredths() {
    return text("%.2f");
  }

  /**
   * With three digits of the median, such as {@code 0.45 (0.44–0.51)} or {@code 45.1 (44.0–51.3)}.
   */
  String threeDigits() {
    long digits = median < 1 ? 1 : 1 + (long) Math.floor(Math.log10(median));
    return text("%,." + Math.max(0, 3 - digits) + "f");
  }

  private String text(String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + "–" + format + ")", median, least, most);
  }
}
