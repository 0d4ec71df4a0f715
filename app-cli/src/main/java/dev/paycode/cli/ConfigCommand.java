package dev.paycode.cli;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is set and where it is from. */
@Command(
    name = "config",
    description = {
      "Show each setting, its value and where it is from, secrets masked.",
      "Options override environment variables (PAYCODE_CLIENT_ID for clientId), which override the"
          + " file named by --config, which overrides ~/.config/paycode/paycode.properties."
    },
    footer = {
      "  paycode config",
      "  PAYCODE_KEY_VERSION=2 paycode config --config client.properties --format json"
    })
final class ConfigCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private GatewayOptions options;
  @Mixin private Output output;

  @Inject
  ConfigCommand(GatewayOptions options, Output output) {
    this.options = options;
    this.output = output;
  }

  @Override
  public Integer call() {
    output.print(ConfigReport.of(options.settings()));
    return ExitCode.OBTAINED;
  }
}
