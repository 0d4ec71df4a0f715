package dev.paycode.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, in words, without what may be a password in spite of the help:
 * the value of an option that nobody knows, and what follows {@code --password}.
 *
 * @param refused what the parser says
 * @param args the whole command line
 */
record WrongUse(ParameterException refused, List<String> args) {

  private static final String PASSWORD = "--password";

  /**
   * How the parser names an argument without an option: by its place, and the label of the help.
   */
  private static final Pattern ARGUMENT =
      Pattern.compile("positional parameter at index [^ ]+ \\((\\w+)\\)");

  /** What is wrong, as it follows a colon. */
  String problem() {
    return masked(unknown().map(this::problem).orElseGet(this::parsersWords));
  }

  private String problem(String unknown) {
    if (isOption(unknown)) {
      return "unknown option '" + unknown + "'";
    }
    return command().subcommands().isEmpty()
        ? "unexpected argument '" + unknown + "'"
        : "unknown command '" + unknown + "'";
  }

  private String parsersWords() {
    String words = ARGUMENT.matcher(String.valueOf(refused.getMessage())).replaceAll("$1");
    return Sentence.continued(words);
  }

  /** What to do. */
  String advice() {
    return unknown().flatMap(this::meant).map(it -> "Did you mean " + it + "? ").orElse("")
        + ("Run '" + command().qualifiedName() + " --help' to see what is allowed.");
  }

  /** The option of that name, as for {@code help} or {@code -format}, or the nearest word. */
  private Optional<String> meant(String unknown) {
    String option = option(unknown);
    if (knows(option)) {
      return Optional.of(option);
    }
    return Nearest.to(
        name(unknown),
        isOption(unknown)
            ? command().optionsMap().keySet().stream().filter(it -> it.startsWith("--"))
            : command().subcommands().keySet().stream());
  }

  /** The first word that nobody knows: what follows may be its value. */
  private Optional<String> unknown() {
    return refused instanceof UnmatchedArgumentException unmatched
        ? unmatched.getUnmatched().stream().findFirst()
        : Optional.empty();
  }

  private CommandSpec command() {
    return refused.getCommandLine().getCommandSpec();
  }

  private boolean knows(String option) {
    return command().optionsMap().containsKey(option);
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && word.startsWith("-");
  }

  private static String name(String word) {
    int end = word.indexOf('=');
    return end < 0 ? word : word.substring(0, end);
  }

  private static String option(String word) {
    return "--" + name(word).replaceFirst("^-+", "");
  }

  /** Without its value, which follows a short option at once. */
  private String valueless(String word) {
    return word.startsWith("--") || knows(option(word)) ? name(word) : word.substring(0, 2);
  }

  /** The text, which may repeat any of the arguments, without what may be a password. */
  String masked(String text) {
    String masked = text;
    for (int at = 0; at < args.size(); at++) {
      String arg = args.get(at);
      if (isOption(arg) && !knows(name(arg))) {
        masked = masked.replace("'" + arg + "'", "'" + valueless(arg) + "'");
      } else if (at > 0 && mayBeSecretAfter(args.get(at - 1)) && !arg.isBlank()) {
        masked = masked.replace("'" + arg + "'", "'****'");
      }
    }
    return Discretion.anything(masked);
  }

  private boolean mayBeSecretAfter(String word) {
    return word.equals(PASSWORD) || (isOption(word) && !knows(name(word)));
  }

  /** Without the command line. */
  @Override
  public String toString() {
    return "WrongUse";
  }
}
