package dev.paycode.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the known word that was probably meant by an unknown one. */
final class Nearest {

  private static final int LETTERS_PER_SLIP = 3;

  /** A word of fewer letters is the beginning of too many. */
  private static final int SHORTEST_BEGINNING = 3;

  private Nearest() {}

  /**
   * The candidate with the fewest slips, whatever the case, if a third of the letters is right;
   * else the first one that begins so.
   */
  static Optional<String> to(String word, Stream<String> candidates) {
    List<String> all = candidates.toList();
    int most = Math.max(1, word.length() / LETTERS_PER_SLIP);
    return all.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
        .filter(candidate -> slips(word, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> slips(word, candidate)))
        .or(() -> all.stream().filter(candidate -> begins(candidate, word)).findFirst());
  }

  private static boolean begins(String candidate, String word) {
    return word.replace("-", "").length() >= SHORTEST_BEGINNING
        && candidate.regionMatches(true, 0, word, 0, word.length());
  }

  /** In the words of a question, or nothing. */
  static String question(String word, Stream<String> candidates) {
    return to(word, candidates).map(meant -> "Did you mean " + meant + "? ").orElse("");
  }

  /** How many letters to insert, remove, replace, or swap with the next: Damerau's distance. */
  private static int slips(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[][] slips = new int[from.length() + 1][to.length() + 1];
    for (int row = 0; row <= from.length(); row++) {
      for (int column = 0; column <= to.length(); column++) {
        slips[row][column] =
            row == 0 || column == 0 ? row + column : least(slips, from, row, to, column);
      }
    }
    return slips[from.length()][to.length()];
  }

  /** The slips between the first letters of both, which are known for fewer letters. */
  private static int least(int[][] slips, String from, int row, String to, int column) {
    boolean same = from.charAt(row - 1) == to.charAt(column - 1);
    int least =
        Math.min(
            slips[row - 1][column - 1] + (same ? 0 : 1),
            Math.min(slips[row - 1][column], slips[row][column - 1]) + 1);
    boolean swapped =
        row > 1
            && column > 1
            && from.charAt(row - 1) == to.charAt(column - 2)
            && from.charAt(row - 2) == to.charAt(column - 1);
    return swapped ? Math.min(least, slips[row - 2][column - 2] + 1) : least;
  }
}
