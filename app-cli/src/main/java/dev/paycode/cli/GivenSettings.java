package dev.paycode.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Some of the settings, from options over a file; each is asked for where it is needed. */
final class GivenSettings {

  private final Map<Setting, String> texts;

  private GivenSettings(Map<Setting, String> texts) {
    this.texts = texts;
  }

  /**
   * Those of the file, if there is one, with the others over them.
   *
   * @throws Failure if the file is not allowed
   */
  static GivenSettings of(Optional<Path> config, Map<Setting, String> options) {
    Map<Setting, String> texts = new EnumMap<>(Setting.class);
    config.map(SettingsFile::read).ifPresent(texts::putAll);
    texts.putAll(options);
    return new GivenSettings(texts);
  }

  /**
   * The setting.
   *
   * @throws Failure if it is missing or not allowed
   */
  <T> T require(Setting setting, Function<String, T> parse) {
    return find(setting, parse)
        .orElseThrow(
            () ->
                Failure.invalid(
                    "a setting is missing: " + setting,
                    "Give it as an option or as a key of the file named by --config."));
  }

  /**
   * The setting, if it is given.
   *
   * @throws Failure if it is not allowed
   */
  <T> Optional<T> find(Setting setting, Function<String, T> parse) {
    try {
      return Optional.ofNullable(texts.get(setting)).map(parse);
    } catch (IllegalArgumentException refused) {
      throw Failure.invalid(
          String.valueOf(refused.getMessage()), "Correct the setting " + setting + ".", refused);
    }
  }
}
