package dev.paycode.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which gateway to call: the options that override a file, and the file. */
final class GatewayOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Properties file with gateway, clientId, privateKey, alipayPublicKey, keyVersion, trustStore;"
            + " the options below override it. Without any of them the sandbox in this process is"
            + " asked."
      })
  private Optional<Path> config = Optional.empty();

  private final Map<Setting, String> given = new EnumMap<>(Setting.class);

  @Option(
      names = "--gateway",
      paramLabel = "URL",
      description = "The gateway's address, such as https://open-sea-global.alipayplus.com")
  void gateway(String text) {
    given.put(Setting.GATEWAY, text);
  }

  @Option(names = "--client-id", paramLabel = "ID", description = "The client ID Alipay+ assigned.")
  void clientId(String text) {
    given.put(Setting.CLIENT_ID, text);
  }

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      description = "The wallet's private key, which signs requests; RSA, mode 600.")
  void privateKey(String text) {
    given.put(Setting.PRIVATE_KEY, text);
  }

  @Option(
      names = "--alipay-public-key",
      paramLabel = "FILE",
      description = "Alipay+'s public key, which verifies answers.")
  void alipayPublicKey(String text) {
    given.put(Setting.ALIPAY_PUBLIC_KEY, text);
  }

  @Option(
      names = "--key-version",
      paramLabel = "N",
      description = "The version of the wallet's key. Default: 1")
  void keyVersion(String text) {
    given.put(Setting.KEY_VERSION, text);
  }

  @Option(
      names = "--trust-store",
      paramLabel = "FILE",
      description = {
        "PEM file with the only issuers of TLS certificates that are trusted. Default: those that"
            + " this Java trusts"
      })
  void trustStore(String text) {
    given.put(Setting.TRUST_STORE, text);
  }

  /**
   * The settings, or none if the user gave none and so means the sandbox.
   *
   * @throws Failure if some are given, but not all, or not allowed
   */
  Optional<Settings> settings() {
    if (config.isEmpty() && given.isEmpty()) {
      return Optional.empty();
    }
    Map<Setting, String> texts = new EnumMap<>(Setting.class);
    config.map(SettingsFile::read).ifPresent(texts::putAll);
    texts.putAll(given);
    return Optional.of(Settings.of(texts));
  }
}
