package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.ScriptedCustomer;
import java.nio.file.Path;

/**
 * How to reach a sandbox.
 *
 * @param uri where it listens
 * @param clientId the client it knows
 * @param keyVersion the version of that client's key
 * @param config the file with the settings of that client
 */
@JsonPropertyOrder({"uri", "clientId", "keyVersion", "config"})
record SandboxReport(String uri, String clientId, String keyVersion, String config)
    implements Report {

  static SandboxReport of(Sandbox sandbox, Path config) {
    return new SandboxReport(
        sandbox.uri().toString(),
        sandbox.clientId().toString(),
        sandbox.keyVersion().toString(),
        config.toString());
  }

  @Override
  public String text() {
    return Lines.of(
        "The sandbox listens at " + uri + " until you press Ctrl-C.",
        "Client ID:   " + clientId + ", key version " + keyVersion,
        "Try it with: paycode get --config " + config,
        "Let it fail: with --customer " + ScriptedCustomer.UNSIGNED.customerId(),
        "             (paycode sandbox --customers lists all such customers)",
        CodeFrame.SANDBOX);
  }
}
