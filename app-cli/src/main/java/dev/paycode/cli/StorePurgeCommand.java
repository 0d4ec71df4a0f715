package dev.paycode.cli;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes from a store what has expired. */
@Command(
    name = "purge",
    description = {
      "Remove what has expired, now; stores do so by themselves while they are used.",
      "Nothing that may still be shown, or must still not be shown, is removed."
    },
    footer = "  paycode store purge")
final class StorePurgeCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private GatewayOptions options;
  @Mixin private Output output;

  private final Stores stores;

  @Inject
  StorePurgeCommand(GatewayOptions options, Output output, Stores stores) {
    this.options =
        options.only(Setting.STORE, Setting.STORE_KEYS, Setting.STORE_USER, Setting.STORE_PASSWORD);
    this.output = output;
    this.stores = stores;
  }

  @Override
  public Integer call() {
    try (OpenStore open = stores.openExisting(options.settings(), "")) {
      output.print(new PurgeReport(open.address().toString(), open.store().purge()));
      return ExitCode.OBTAINED;
    }
  }
}
