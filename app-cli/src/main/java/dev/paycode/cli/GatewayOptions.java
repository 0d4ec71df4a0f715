package dev.paycode.cli;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An option for each setting, and one for a file of them. */
final class GatewayOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Properties file with settings; environment variables and the options below override it.",
        "Default: PAYCODE_CONFIG. What it lacks is taken from ~/.config/paycode/paycode.properties"
      })
  private Optional<Path> config = Optional.empty();

  @Option(names = "--password", description = "Ask for the private key's password on the terminal.")
  private boolean asking;

  private final Map<Setting, Configured> given = new EnumMap<>(Setting.class);
  private final Environment environment;
  private final PasswordPrompt prompt;
  private final Set<Setting> offered;

  private GatewayOptions(Environment environment, PasswordPrompt prompt, Set<Setting> offered) {
    this.environment = environment;
    this.prompt = prompt;
    this.offered = offered;
  }

  @Inject
  GatewayOptions(Environment environment, PasswordPrompt prompt) {
    this(environment, prompt, EnumSet.allOf(Setting.class));
  }

  /** The same with options for these settings only. */
  GatewayOptions only(Setting first, Setting... more) {
    return new GatewayOptions(environment, prompt, EnumSet.of(first, more));
  }

  /** The same with options for settings of these topics only. */
  GatewayOptions on(Setting.Topic... topics) {
    return new GatewayOptions(
        environment,
        prompt,
        Setting.all()
            .filter(setting -> List.of(topics).contains(setting.topic()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Setting.class))));
  }

  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    for (Setting.Topic topic : Setting.Topic.values()) {
      ArgGroupSpec.Builder group =
          ArgGroupSpec.builder().heading(topic.heading()).validate(false).exclusive(false);
      offered.stream()
          .filter(setting -> setting.topic() == topic)
          .forEach(setting -> group.addArg(option(command, setting)));
      if (!group.args().isEmpty()) {
        command.addArgGroup(group.build());
      }
    }
  }

  private OptionSpec option(CommandSpec command, Setting setting) {
    return OptionSpec.builder(setting.option())
        .paramLabel(setting.label())
        .description(setting.description())
        .type(String.class)
        .arity("1")
        .setter(remembering(command, setting))
        .build();
  }

  private ISetter remembering(CommandSpec command, Setting setting) {
    return new ISetter() {
      @Override
      public <T> T set(T text) {
        if (text != null && given.put(setting, ofOption(setting, text)) != null) {
          throw new ParameterException(
              command.commandLine(), setting.option() + " is given more than once");
        }
        return text;
      }
    };
  }

  /**
   * The settings from here and everywhere else.
   *
   * @throws Failure if one is unknown, a file cannot be read, or there is no terminal to ask on
   */
  Settings settings() {
    if (asking) {
      requireNoPasswordFile();
      given.put(
          Setting.PASSWORD,
          Configured.secret(
              String.valueOf(PasswordOptions.asked(prompt, "Password: ")), "terminal"));
    }
    return Settings.of(given, config, environment);
  }

  private static Configured ofOption(Setting setting, Object text) {
    return Configured.of(String.valueOf(text), "option " + setting.option());
  }

  private void requireNoPasswordFile() {
    if (given.containsKey(Setting.PASSWORD)) {
      throw Failure.invalid(
          "--password and --password-file are both given", "Leave one of the two out.");
    }
  }
}
