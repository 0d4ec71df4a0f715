package dev.paycode.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The variables around the process, and what they say of settings. Immutable; {@link #toString()}
 * tells none of them.
 */
final class Environment {

  private static final String PREFIX = "PAYCODE_";
  private static final String CONFIG = PREFIX + "CONFIG";

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  /**
   * The settings that variables give; those without text give none.
   *
   * @throws Failure if there is a variable of ours that is no setting
   */
  Map<Setting, Configured> settings() {
    requireKnown();
    Map<Setting, Configured> settings = new EnumMap<>(Setting.class);
    Setting.all().forEach(setting -> find(setting).ifPresent(it -> settings.put(setting, it)));
    return settings;
  }

  private Optional<Configured> find(Setting setting) {
    return Stream.concat(
            text(setting.sourceVariable())
                .map(text -> Configured.of(text, variable(setting.sourceVariable())))
                .stream(),
            text(setting.variable())
                .map(text -> Configured.secret(text, variable(setting.variable())))
                .stream())
        .findFirst();
  }

  private static String variable(String name) {
    return "environment variable " + name;
  }

  private void requireKnown() {
    List<String> known =
        Stream.concat(
                Stream.of(CONFIG),
                Setting.all()
                    .flatMap(it -> Stream.of(it.variable(), it.sourceVariable()).distinct()))
            .toList();
    TreeSet<String> unknown = new TreeSet<>(variables.keySet());
    unknown.removeIf(name -> !name.startsWith(PREFIX) || known.contains(name));
    if (!unknown.isEmpty()) {
      String name = unknown.first();
      throw Failure.invalid(
          "the environment variable " + name + " is no setting",
          Nearest.question(name, known.stream())
              + "Known are: "
              + known.stream().collect(joining(", ")));
    }
  }

  /** The file that a variable names in place of {@code --config}. */
  Optional<Path> config() {
    return text(CONFIG).map(text -> path(CONFIG, text));
  }

  /** Where the user's own settings may be: {@code ~/.config/paycode/paycode.properties}. */
  Optional<Path> ownFile() {
    return xdgDirectory("XDG_CONFIG_HOME", ".config")
        .map(directory -> directory.resolve("paycode").resolve("paycode.properties"));
  }

  /** Where this program may keep what outlives it: {@code ~/.local/state/paycode}. */
  Optional<Path> stateDirectory() {
    return xdgDirectory("XDG_STATE_HOME", ".local/state").map(it -> it.resolve("paycode"));
  }

  private Optional<Path> xdgDirectory(String name, String belowHome) {
    return text(name)
        .map(text -> path(name, text))
        // The specification of these variables has a relative one ignored.
        .filter(Path::isAbsolute)
        .or(() -> text("HOME").map(text -> path("HOME", text).resolve(belowHome)));
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
  }

  private static Path path(String name, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException refused) {
      throw Failure.invalid(
          "the environment variable " + name + " is not the path of a file: " + refused.getReason(),
          "Correct or unset it.",
          refused);
    }
  }

  @Override
  public String toString() {
    return "Environment";
  }
}
