package dev.paycode.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. Not thread-safe. */
final class Table {

  private final List<String> lines = new ArrayList<>();

  Table(String... heads) {
    row(heads);
    row(Collections.nCopies(heads.length, "---").toArray(String[]::new));
  }

  /** Adds a row. */
  Table row(String... cells) {
    lines.add(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |")));
    return this;
  }

  @Override
  public String toString() {
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }
}
