package dev.paycode.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at its blanks; a word that is too long, such as a path, stays whole. */
final class Wrapping {

  private static final int COLUMNS = 79;

  private Wrapping() {}

  /** The text after a label, in lines of a usual terminal, those after the first set in as far. */
  static String after(String label, String text) {
    String indent = System.lineSeparator() + " ".repeat(label.length());
    return label + String.join(indent, lines(text, COLUMNS - label.length()));
  }

  /** The lines of the text, none of them wider, as far as its words let it. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
