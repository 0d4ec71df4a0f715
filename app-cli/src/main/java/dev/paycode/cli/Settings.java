package dev.paycode.cli;

import static java.util.stream.Collectors.joining;

import dev.paycode.http.GatewayAddress;
import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which gateway to call, as whom, and with which keys.
 *
 * @param gateway where
 * @param clientId as whom
 * @param privateKey the file with the key that signs requests
 * @param alipayPublicKey the file with the key that verifies answers
 * @param keyVersion the version of the signing key
 * @param trustStore the file with the issuers of TLS certificates that are trusted; without one,
 *     the platform's are
 */
record Settings(
    GatewayAddress gateway,
    ClientId clientId,
    Path privateKey,
    Path alipayPublicKey,
    KeyVersion keyVersion,
    Optional<Path> trustStore) {

  /**
   * The settings with these texts, of which a blank one counts as none; the key version is 1 unless
   * given.
   *
   * @throws Failure if one is missing or not allowed
   */
  static Settings of(Map<Setting, String> texts) {
    Map<Setting, String> given = new EnumMap<>(texts);
    given.values().removeIf(String::isBlank);
    return ofGiven(given);
  }

  private static Settings ofGiven(Map<Setting, String> texts) {
    requireComplete(texts);
    return new Settings(
        parsed(texts, Setting.GATEWAY, GatewayAddress::parse),
        parsed(texts, Setting.CLIENT_ID, ClientId::parse),
        parsed(texts, Setting.PRIVATE_KEY, Settings::path),
        parsed(texts, Setting.ALIPAY_PUBLIC_KEY, Settings::path),
        texts.containsKey(Setting.KEY_VERSION)
            ? parsed(texts, Setting.KEY_VERSION, KeyVersion::parse)
            : KeyVersion.FIRST,
        texts.containsKey(Setting.TRUST_STORE)
            ? Optional.of(parsed(texts, Setting.TRUST_STORE, Settings::path))
            : Optional.empty());
  }

  private static void requireComplete(Map<Setting, String> texts) {
    String missing =
        Arrays.stream(Setting.values())
            .filter(Setting::isRequired)
            .filter(setting -> !texts.containsKey(setting))
            .map(Setting::toString)
            .collect(joining(", "));
    if (!missing.isEmpty()) {
      throw Failure.invalid(
          "the settings of the gateway are incomplete; missing: " + missing,
          "Give them as options or as keys of the file named by --config; leave all of them out to"
              + " use the sandbox in this process.");
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException refused) {
      throw new IllegalArgumentException(
          "'" + text + "' is not the path of a file: " + refused.getReason(), refused);
    }
  }

  private static <T> T parsed(
      Map<Setting, String> texts, Setting setting, Function<String, T> parse) {
    try {
      return parse.apply(texts.getOrDefault(setting, ""));
    } catch (IllegalArgumentException refused) {
      throw Failure.invalid(
          String.valueOf(refused.getMessage()), "Correct the setting " + setting + ".", refused);
    }
  }
}
