package dev.paycode.cli;

import static java.util.stream.Collectors.joining;

import dev.paycode.signing.RsaKeys;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is set, and where each of it is from: options over variables over the file that {@code
 * --config} names over the user's own file. Immutable.
 */
final class Settings {

  private final Map<Setting, Configured> given;
  private final List<Path> files;
  private final boolean naming;

  private Settings(Map<Setting, Configured> given, List<Path> files, boolean naming) {
    this.given = given;
    this.files = files;
    this.naming = naming;
  }

  /**
   * The settings of all sources.
   *
   * @param options those on the command line
   * @param config the file that an option names
   * @throws Failure if a file cannot be read, or there is a setting that nobody knows
   */
  static Settings of(
      Map<Setting, Configured> options, Optional<Path> config, Environment environment) {
    Optional<Path> named = config.or(environment::config);
    List<Path> files =
        Stream.concat(environment.ownFile().filter(Files::exists).stream(), named.stream())
            .toList();
    Map<Setting, Configured> given = new EnumMap<>(Setting.class);
    files.forEach(file -> given.putAll(SettingsFile.read(file)));
    given.putAll(environment.settings());
    given.putAll(options);
    given.values().removeIf(Configured::isBlank);
    return new Settings(given, files, named.isPresent());
  }

  /** The files they are from, the stronger one last. */
  List<Path> files() {
    return files;
  }

  /** Whether nothing is about a gateway, and so the sandbox in this process is meant. */
  boolean meanTheSandbox() {
    return !naming && given.keySet().stream().noneMatch(it -> it.topic().isAboutGateway());
  }

  /** What is set for this one. */
  Optional<Configured> find(Setting setting) {
    return Optional.ofNullable(given.get(setting));
  }

  /**
   * The value of this one, if it is set.
   *
   * @throws Failure if it is not allowed
   */
  <T> Optional<T> find(Setting setting, Function<String, T> parse) {
    try {
      return find(setting).map(Configured::text).map(parse);
    } catch (IllegalArgumentException refused) {
      throw Failure.invalid(
          String.valueOf(refused.getMessage()),
          "Correct the setting " + setting + ", which is from " + origin(setting) + ".",
          refused);
    }
  }

  private String origin(Setting setting) {
    return find(setting).map(Configured::origin).orElse("nowhere");
  }

  /**
   * The value of this one.
   *
   * @throws Failure if it is missing or not allowed
   */
  <T> T require(Setting setting, Function<String, T> parse) {
    requireAll(setting);
    return find(setting, parse).orElseThrow();
  }

  /**
   * The path of the file that this one names.
   *
   * @throws Failure if it is missing or no path
   */
  Path requireFile(Setting setting) {
    return require(setting, Settings::path);
  }

  /**
   * The path of the file that this one names, if it is set.
   *
   * @throws Failure if it is no path
   */
  Optional<Path> findFile(Setting setting) {
    return find(setting, Settings::path);
  }

  /**
   * The secret, from the variable or the file that has it.
   *
   * @throws dev.paycode.signing.UnusableKeyException if the file cannot be read or is open to
   *     others
   */
  Optional<char[]> secret(Setting setting) {
    return find(setting)
        .flatMap(
            it ->
                it.isSecret()
                    ? Optional.of(it.text().toCharArray())
                    : findFile(setting).map(RsaKeys::readPassword));
  }

  /**
   * @throws Failure if any of these is missing; it names all that are
   */
  void requireAll(Setting... settings) {
    String missing =
        Stream.of(settings)
            .filter(setting -> !given.containsKey(setting))
            .map(Setting::toString)
            .collect(joining(", "));
    if (!missing.isEmpty()) {
      throw Failure.invalid(
          "the settings are incomplete; missing: " + missing,
          "Give them as options, as environment variables, or as keys of the file named by"
              + " --config; 'paycode config' shows what is set.");
    }
  }

  /**
   * The wallet's private key, opened by its password if there is one.
   *
   * @throws Failure if no file is set
   * @throws dev.paycode.signing.UnusableKeyException if the file, or that of the password, cannot
   *     be used
   */
  PrivateKey privateKey() {
    Path file = requireFile(Setting.PRIVATE_KEY);
    return secret(Setting.PASSWORD)
        .map(password -> RsaKeys.readPrivate(file, password))
        .orElseGet(() -> RsaKeys.readPrivate(file));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException refused) {
      throw new IllegalArgumentException(
          "'" + text + "' is not the path of a file: " + refused.getReason(), refused);
    }
  }
}
