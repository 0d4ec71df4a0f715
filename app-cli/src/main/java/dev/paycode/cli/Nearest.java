package dev.paycode.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the known word that was probably meant by an unknown one. */
final class Nearest {

  private static final int LETTERS_PER_SLIP = 3;

  private Nearest() {}

  /** The candidate with the fewest slips, whatever the case, if a third of the letters is right. */
  static Optional<String> to(String word, Stream<String> candidates) {
    int most = Math.max(1, word.length() / LETTERS_PER_SLIP);
    return candidates
        .filter(candidate -> slips(word, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> slips(word, candidate)));
  }

  /** In the words of a question, or nothing. */
  static String question(String word, Stream<String> candidates) {
    return to(word, candidates).map(meant -> "Did you mean " + meant + "? ").orElse("");
  }

  /** Levenshtein's distance: how many letters to insert, remove or replace. */
  private static int slips(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      above = next(above, row, from.charAt(row - 1), to);
    }
    return above[to.length()];
  }

  private static int[] next(int[] above, int row, char letter, String to) {
    int[] line = new int[above.length];
    line[0] = row;
    for (int column = 1; column < line.length; column++) {
      int replaced = above[column - 1] + (to.charAt(column - 1) == letter ? 0 : 1);
      line[column] = Math.min(replaced, Math.min(above[column], line[column - 1]) + 1);
    }
    return line;
  }
}
