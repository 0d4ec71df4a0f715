package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private final Cli cli = Cli.withoutTerminal(new HandMovedTime());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show", "get", "sandbox", "keys", "sign", "verify", "explain", "config", "store", "retire"
      })
  void every_commands_help_lists_all_exit_codes(String command) {
    assertThat(cli.run(command, "--help")).isZero();

    assertThat(cli.out().lines().map(String::strip))
        .contains(
            "0     obtained",
            "1     fault of this program",
            "2     wrong usage or invalid input",
            "3     refused by Alipay+ (F)",
            "4     gave up: unknown (U) or no result after retries",
            "5     untrusted reply",
            "6     misconfigured",
            "129   terminal closed (SIGHUP)",
            "130   interrupted",
            "141   whoever read the output has ended",
            "143   terminated (SIGTERM)");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void the_help_names_the_commands() {
    assertThat(cli.run("--help")).isZero();

    assertThat(cli.out())
        .contains(
            "show", "get", "sandbox", "keys", "sign", "verify", "store", "retire", "Exit codes:");
  }

  @Test
  void the_version_is_told() {
    assertThat(cli.run("--version")).isZero();

    assertThat(cli.out()).startsWith("paycode ");
  }
}
