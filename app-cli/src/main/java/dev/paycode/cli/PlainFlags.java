package dev.paycode.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs the command unless a flag is given a value: the parser would accept some, such as none. */
final class PlainFlags implements IExecutionStrategy {

  @Override
  public int execute(ParseResult parsed) {
    parsed.asCommandLineList().forEach(command -> requirePlain(command, parsed.originalArgs()));
    return new RunLast().execute(parsed);
  }

  private static void requirePlain(CommandLine command, List<String> args) {
    command.getCommandSpec().options().stream()
        .filter(option -> option.arity().max() == 0)
        .map(OptionSpec::longestName)
        .filter(name -> args.stream().anyMatch(arg -> arg.startsWith(name + "=")))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ParameterException(command, name + " takes no value; leave it out");
            });
  }
}
