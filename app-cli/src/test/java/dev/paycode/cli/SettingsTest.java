package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @TempDir private Path home;

  private final Map<String, String> variables = new HashMap<>();
  private final Map<Setting, Configured> options = new HashMap<>();
  private Optional<Path> config = Optional.empty();

  @BeforeEach
  void liveAtHome() {
    variables.put("HOME", home.toString());
  }

  private Settings settings() {
    return Settings.of(options, config, Environment.of(variables));
  }

  private String clientId() {
    return settings().require(Setting.CLIENT_ID, text -> text);
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void options_override_variables_which_override_the_named_file_which_overrides_the_users_own()
      throws IOException {
    write(home.resolve(".config/paycode/paycode.properties"), "clientId=own\n");
    assertThat(clientId()).isEqualTo("own");

    config = Optional.of(write(home.resolve("named.properties"), "clientId=named\n"));
    assertThat(clientId()).isEqualTo("named");

    variables.put("PAYCODE_CLIENT_ID", "variable");
    assertThat(clientId()).isEqualTo("variable");

    options.put(Setting.CLIENT_ID, Configured.of("option", "option --client-id"));
    assertThat(clientId()).isEqualTo("option");
  }

  @Test
  void what_the_named_file_lacks_is_taken_from_the_users_own() throws IOException {
    write(home.resolve(".config/paycode/paycode.properties"), "clientId=own\nkeyVersion=7\n");
    config = Optional.of(write(home.resolve("named.properties"), "clientId=named\n"));

    assertThat(settings().find(Setting.KEY_VERSION).orElseThrow().text()).isEqualTo("7");
  }

  @Test
  void xdg_config_home_moves_the_users_own_file_unless_it_is_relative() throws IOException {
    write(home.resolve("elsewhere/paycode/paycode.properties"), "clientId=moved\n");
    write(home.resolve(".config/paycode/paycode.properties"), "clientId=own\n");

    variables.put("XDG_CONFIG_HOME", home.resolve("elsewhere").toString());
    assertThat(clientId()).isEqualTo("moved");

    variables.put("XDG_CONFIG_HOME", "elsewhere");
    assertThat(clientId()).isEqualTo("own");
  }

  @Test
  void a_variable_names_the_file_as_the_option_does() throws IOException {
    Path file = write(home.resolve("named.properties"), "clientId=named\n");
    variables.put("PAYCODE_CONFIG", file.toString());

    assertThat(clientId()).isEqualTo("named");
    assertThat(settings().files()).containsExactly(file);
  }

  @ParameterizedTest
  @EnumSource
  void each_setting_can_be_a_variable_and_tells_where_it_is_from(Setting setting) {
    variables.put(setting.sourceVariable(), "text");

    assertThat(settings().find(setting).orElseThrow())
        .isEqualTo(Configured.of("text", "environment variable " + setting.sourceVariable()));
  }

  @ParameterizedTest
  @EnumSource
  void each_setting_can_stand_in_a_file_and_its_path_is_relative_to_the_file(Setting setting)
      throws IOException {
    config =
        Optional.of(write(home.resolve("sub/named.properties"), setting.property() + "=a/b\n"));

    assertThat(settings().find(setting).orElseThrow().text())
        .isEqualTo(setting.isPath() ? home.resolve("sub/a/b").toString() : "a/b");
  }

  @Test
  void the_file_that_a_store_is_in_is_relative_to_the_settings_file_too() throws IOException {
    config = Optional.of(write(home.resolve("sub/named.properties"), "store=h2:a/codes\n"));

    assertThat(settings().find(Setting.STORE).orElseThrow().text())
        .isEqualTo("h2:" + home.resolve("sub/a/codes"));
  }

  @ParameterizedTest
  @EnumSource
  void the_names_of_a_setting_are_one_name_in_three_spellings(Setting setting) {
    String words = setting.option().substring(2).replace("-", "");

    assertThat(setting.property()).isEqualToIgnoringCase(words);
    assertThat(setting.sourceVariable().replace("_", "")).isEqualToIgnoringCase("paycode" + words);
    assertThat(Setting.ofProperty(setting.property())).hasValue(setting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAYCODE_CLIENT", "PAYCODE_CLIENTID", "PAYCODE_CLIENT_IDS"})
  void a_variable_that_is_no_setting_is_named_with_the_nearest_one(String name) {
    variables.put(name, "text");

    assertThatThrownBy(this::settings)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.problem()).contains(name);
              assertThat(failure.advice()).startsWith("Did you mean PAYCODE_CLIENT_ID?");
              assertThat(failure.exitCode()).isEqualTo(ExitCode.INVALID);
            });
  }

  @Test
  void a_blank_text_counts_as_none_and_hides_what_it_overrides() throws IOException {
    config = Optional.of(write(home.resolve("named.properties"), "clientId=named\n"));
    options.put(Setting.CLIENT_ID, Configured.of(" ", "option --client-id"));

    assertThat(settings().find(Setting.CLIENT_ID)).isEmpty();
  }

  @Test
  void a_secret_is_the_first_line_of_a_file_or_the_text_of_a_variable() throws IOException {
    Path file = write(home.resolve("password"), "from the file\nmore\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    variables.put("PAYCODE_PASSWORD", "from the variable");
    assertThat(settings().secret(Setting.PASSWORD)).hasValue("from the variable".toCharArray());

    variables.put("PAYCODE_PASSWORD_FILE", file.toString());
    assertThat(settings().secret(Setting.PASSWORD)).hasValue("from the file".toCharArray());
  }

  @Test
  void a_secret_stands_in_no_string() {
    variables.put("PAYCODE_PASSWORD", "canary");

    Configured secret = settings().find(Setting.PASSWORD).orElseThrow();

    assertThat(secret.shown()).isEqualTo("****");
    assertThat(secret.toString()).doesNotContain("canary");
  }

  @Test
  void without_any_setting_of_a_gateway_the_sandbox_is_meant_but_not_with_a_file()
      throws IOException {
    variables.put("PAYCODE_LOG", "log");
    assertThat(settings().meanTheSandbox()).isTrue();

    config = Optional.of(write(home.resolve("empty.properties"), ""));
    assertThat(settings().meanTheSandbox()).isFalse();
  }

  @Test
  void all_that_is_missing_is_named_at_once() {
    assertThatThrownBy(() -> settings().requireAll(Setting.GATEWAY, Setting.CLIENT_ID))
        .hasMessage(
            "the settings are incomplete; missing: gateway (--gateway), clientId (--client-id)");
  }
}
