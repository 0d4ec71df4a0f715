package dev.paycode.cli;

import dev.paycode.message.ClientId;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sees to it that codes are not shown again. */
@Command(
    name = "retire",
    description = {
      "Let the kept codes of a customer not be shown again, by any paycode that shares the store,"
          + " or only one of them.",
      "Alipay+ is not told: a code that somebody has copied can be paid with until it expires."
    },
    footer = {
      "  paycode retire --config client.properties --customer 42 --device phone-1",
      "  paycode retire --config client.properties --customer 42 --device phone-1 --ending 5733"
    })
final class RetireCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private HolderOptions holder = new HolderOptions();

  @Option(
      names = "--ending",
      paramLabel = "DIGITS",
      description = "Only the code that ends in these digits, as it is shown masked; 4 or more.")
  private Optional<String> ending = Optional.empty();

  @Mixin private GatewayOptions options;
  @Mixin private Output output;

  private final Stores stores;
  private final Retiring retiring;

  @Inject
  RetireCommand(GatewayOptions options, Output output, Stores stores, Retiring retiring) {
    this.options =
        options.only(
            Setting.GATEWAY,
            Setting.ALLOWED_HOSTS,
            Setting.CLIENT_ID,
            Setting.STORE,
            Setting.STORE_KEYS,
            Setting.STORE_USER,
            Setting.STORE_PASSWORD);
    this.output = output;
    this.stores = stores;
    this.retiring = retiring;
  }

  @Override
  public Integer call() {
    Settings settings = options.settings();
    try (OpenStore open = stores.openExisting(settings, scope(settings))) {
      output.print(retiring.of(holder.request().holder(), ending, open));
      return ExitCode.OBTAINED;
    }
  }

  private static String scope(Settings settings) {
    settings.requireAll(Setting.GATEWAY, Setting.CLIENT_ID);
    return Sessions.scope(
        new Transport(settings).address(), settings.require(Setting.CLIENT_ID, ClientId::parse));
  }
}
