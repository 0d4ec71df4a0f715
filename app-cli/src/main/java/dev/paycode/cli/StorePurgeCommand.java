package dev.paycode.cli;

import jakarta.inject.Inject;
import picocli.CommandLine.Command;

/** Removes from a store what has expired. */
@Command(
    name = "purge",
    description = {
      "Remove what has expired, now; stores do so by themselves while they are used.",
      "Nothing that may still be shown, or must still not be shown, is removed."
    },
    footer = "  paycode store purge")
final class StorePurgeCommand extends ExistingStoreCommand {

  @Inject
  StorePurgeCommand(GatewayOptions options, Output output, Stores stores) {
    super(options, output, stores);
  }

  @Override
  Report report(OpenStore open) {
    return new PurgeReport(open.address().toString(), open.store().purge());
  }
}
