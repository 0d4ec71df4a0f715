package dev.paycode.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says which there are. */
@Command(
    name = "store",
    description = "Look after the store in which codes are kept, without showing any of them.",
    footer = {
      "  paycode store status",
      "  paycode store keys new store.keys",
      "  paycode store purge --store jdbc:postgresql://db.example/wallet --store-keys store.keys"
    },
    subcommands = {StoreStatusCommand.class, StorePurgeCommand.class, StoreKeysCommand.class})
final class StoreCommand extends CommonOptions implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: one of " + spec.subcommands().keySet());
  }
}
