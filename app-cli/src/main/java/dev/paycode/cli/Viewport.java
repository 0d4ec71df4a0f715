package dev.paycode.cli;

import java.util.List;

/**
 * How much text can be seen at once.
 *
 * @param columns the width in characters
 * @param rows the height in lines
 */
record Viewport(int columns, int rows) {

  /** Paper without end. */
  static final Viewport UNBOUNDED = new Viewport(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** This viewport over lines that may scroll away. */
  Viewport scrolling() {
    return new Viewport(columns, Integer.MAX_VALUE);
  }

  boolean fits(List<String> plainLines) {
    return plainLines.size() <= rows
        && plainLines.stream().allMatch(line -> line.length() <= columns);
  }

  /** What can be seen of these lines. */
  List<String> cut(List<String> plainLines) {
    return plainLines.stream()
        .limit(rows)
        .map(line -> line.substring(0, Math.min(columns, line.length())))
        .toList();
  }
}
