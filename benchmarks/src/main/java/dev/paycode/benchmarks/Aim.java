package dev.paycode.benchmarks;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * A bound that a figure is to keep. Marks the figure where it does not, so that a page cannot claim
 * what was not found.
 *
 * @param words such as {@code aim ≥ 2.5}, for the head of a column or row
 * @param isKeptBy whether a figure keeps it
 */
record Aim(String words, DoublePredicate isKeptBy) {

  /** What is not aimed at is never missed. */
  static final Aim NONE = new Aim("", figure -> true);

  private static final String MISSED = " **(missed)**";

  static Aim atLeast(double bound) {
    return new Aim("aim ≥ " + text(bound), figure -> figure >= bound);
  }

  static Aim atMost(double bound) {
    return new Aim("aim ≤ " + text(bound), figure -> figure <= bound);
  }

  static Aim below(double bound) {
    return new Aim("aim < " + text(bound), figure -> figure < bound);
  }

  private static String text(double bound) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(bound);
  }

  /** A cell that shows this figure, marked if the figure misses the aim. */
  String judged(String cell, double figure) {
    return isKeptBy.test(figure) ? cell : cell + MISSED;
  }
}
