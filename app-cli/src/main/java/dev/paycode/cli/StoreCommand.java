package dev.paycode.cli;

import picocli.CommandLine.Command;

/** Leads to the commands about the store. */
@Command(
    name = "store",
    description = "Look after the store in which codes are kept, without showing any of them.",
    footer = {
      "  paycode store status",
      "  paycode store keys new store.keys",
      "  paycode store purge --store jdbc:postgresql://db.example/wallet \\",
      "      --store-keys store.keys"
    },
    subcommands = {StoreStatusCommand.class, StorePurgeCommand.class, StoreKeysCommand.class})
final class StoreCommand extends CommandGroup {

  StoreCommand() {
    super("");
  }
}
