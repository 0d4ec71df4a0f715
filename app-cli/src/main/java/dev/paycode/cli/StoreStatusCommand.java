package dev.paycode.cli;

import jakarta.inject.Inject;
import picocli.CommandLine.Command;

/** Counts what a store holds. */
@Command(
    name = "status",
    description = {
      "Purge what has expired, and count what is left: holders, codes that may be shown, and when"
          + " the next of them expires. No code and no customer is shown."
    },
    footer = {"  paycode store status", "  paycode store status --format json | jq .unreadable"})
final class StoreStatusCommand extends ExistingStoreCommand {

  @Inject
  StoreStatusCommand(GatewayOptions options, Output output, Stores stores) {
    super(options, output, stores);
  }

  @Override
  Report report(OpenStore open) {
    return StoreReport.of(open);
  }
}
