package dev.paycode.cli;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts what a store holds. */
@Command(
    name = "status",
    description = {
      "Purge what has expired, and count what is left: holders, codes that may be shown, and when"
          + " the next of them expires. No code and no customer is shown."
    },
    footer = {"  paycode store status", "  paycode store status --format json | jq .unreadable"})
final class StoreStatusCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private GatewayOptions options;
  @Mixin private Output output;

  private final Stores stores;

  @Inject
  StoreStatusCommand(GatewayOptions options, Output output, Stores stores) {
    this.options =
        options.only(Setting.STORE, Setting.STORE_KEYS, Setting.STORE_USER, Setting.STORE_PASSWORD);
    this.output = output;
    this.stores = stores;
  }

  @Override
  public Integer call() {
    try (OpenStore open = stores.openExisting(options.settings(), "")) {
      output.print(StoreReport.of(open));
      return ExitCode.OBTAINED;
    }
  }
}
