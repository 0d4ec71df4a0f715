package dev.paycode.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does nothing but lead to others: without one of them it says which there are. */
@Command
abstract class CommandGroup extends CommonOptions implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private final String beginning;

  /**
   * @param beginning where to begin, as a sentence that a blank follows; may be empty
   */
  CommandGroup(String beginning) {
    this.beginning = beginning;
  }

  @Override
  public final void run() {
    throw Failure.invalid(
        "no command is given; there are " + String.join(", ", spec.subcommands().keySet()),
        beginning + "Run '" + spec.qualifiedName() + " --help' to see what each does.");
  }
}
