package dev.paycode.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command or subcommand, as the parser knows it.
 *
 * @param spec what the parser knows
 */
record CommandTree(CommandSpec spec) {

  /** All there are, the whole one first. */
  static Stream<CommandTree> all() {
    return below(Cli.withoutTerminal(new HandMovedTime()).commands());
  }

  /** Those that do something of their own. */
  static Stream<CommandTree> leaves() {
    return all().filter(command -> command.spec.subcommands().isEmpty());
  }

  private static Stream<CommandTree> below(CommandLine command) {
    return Stream.concat(
        Stream.of(new CommandTree(command.getCommandSpec())),
        command.getSubcommands().values().stream().flatMap(CommandTree::below));
  }

  /** Its words, such as {@code keys generate}; none for the whole one. */
  String name() {
    return spec.qualifiedName().replaceFirst("^paycode ?", "");
  }

  /** Its words and more. */
  List<String> words(String... more) {
    List<String> words = new ArrayList<>();
    if (!name().isEmpty()) {
      words.addAll(List.of(name().split(" ", -1)));
    }
    words.addAll(Arrays.asList(more));
    return words;
  }
}
