package dev.paycode.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that can be explained.
 *
 * @param explanations each of them, in the order of their kinds
 */
record GlossaryReport(List<Explanation> explanations) implements Report {

  static GlossaryReport ofAll() {
    return new GlossaryReport(Glossary.all().toList());
  }

  @Override
  public String text() {
    return Stream.of(Explanation.Kind.values())
        .map(kind -> Lines.of(section(kind)))
        .collect(joining(System.lineSeparator()));
  }

  private Stream<String> section(Explanation.Kind kind) {
    return Stream.concat(
        Stream.of(heading(kind)),
        explanations.stream().filter(it -> it.kind() == kind).map(Explanation::entry));
  }

  private static String heading(Explanation.Kind kind) {
    return switch (kind) {
      case RESULT_STATUS -> "Result statuses";
      case RESULT_CODE -> "Result codes";
      case OUTCOME -> "Outcomes";
      case CAUSE -> "Causes for which there is no result";
      case EXIT_CODE -> "Exit codes";
    };
  }
}
