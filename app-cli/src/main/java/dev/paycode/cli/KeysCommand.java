package dev.paycode.cli;

import picocli.CommandLine.Command;

/** Leads to the commands about keys. */
@Command(
    name = "keys",
    description = "Make the wallet's keys, or look at key files without showing what is secret.",
    footer = {
      "  paycode keys generate --out keys",
      "  paycode keys inspect keys/mpp-private-key.pem keys/mpp-public-key.pem"
    },
    subcommands = {KeysGenerateCommand.class, KeysInspectCommand.class})
final class KeysCommand extends CommandGroup {

  KeysCommand() {
    super("");
  }
}
