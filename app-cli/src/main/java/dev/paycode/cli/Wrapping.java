package dev.paycode.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at its blanks; a word that is too long, such as a path, stays whole. */
final class Wrapping {

  private Wrapping() {}

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
