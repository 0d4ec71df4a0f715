package dev.paycode.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says which there are. */
@Command(
    name = "keys",
    description = "Make the wallet's keys, or look at key files without showing what is secret.",
    footer = {
      "  paycode keys generate --out keys",
      "  paycode keys inspect keys/mpp-private-key.pem keys/mpp-public-key.pem"
    },
    subcommands = {KeysGenerateCommand.class, KeysInspectCommand.class})
final class KeysCommand extends CommonOptions implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: one of " + spec.subcommands().keySet());
  }
}
