package dev.paycode.cli;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** Joins lines into a text. */
final class Lines {

  private Lines() {}

  /** The text in which each of them is ended as on this system. */
  static String of(Stream<String> lines) {
    return lines.map(line -> line + System.lineSeparator()).collect(joining());
  }

  static String of(String... lines) {
    return of(Stream.of(lines));
  }
}
