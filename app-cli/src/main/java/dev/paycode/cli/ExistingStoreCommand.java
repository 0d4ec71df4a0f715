package dev.paycode.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What commands about a store have in common: they open the one that is there, and report. */
abstract class ExistingStoreCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private GatewayOptions options;
  @Mixin private Output output;

  private final Stores stores;

  ExistingStoreCommand(GatewayOptions options, Output output, Stores stores) {
    this.options =
        options.only(Setting.STORE, Setting.STORE_KEYS, Setting.STORE_USER, Setting.STORE_PASSWORD);
    this.output = output;
    this.stores = stores;
  }

  /** What the command does with the store, and finds. */
  abstract Report report(OpenStore open);

  @Override
  public final Integer call() {
    try (OpenStore open = stores.openExisting(options.settings(), "")) {
      output.print(report(open));
      return ExitCode.OBTAINED;
    }
  }
}
