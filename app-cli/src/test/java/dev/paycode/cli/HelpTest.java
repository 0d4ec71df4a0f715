package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private final Cli cli = Cli.withoutTerminal(new HandMovedTime());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show", "get", "sandbox", "keys", "sign", "verify", "explain", "config", "doctor", "store",
        "retire"
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

  @ParameterizedTest
  @ValueSource(strings = {"", "keys", "store"})
  void without_a_command_it_says_which_there_are(String group) {
    assertThat(cli.run(group.isEmpty() ? new String[0] : new String[] {group}))
        .isEqualTo(ExitCode.INVALID);

    assertThat(cli.err().lines()).hasSize(2);
    assertThat(cli.err())
        .startsWith("paycode: no command is given; there are ")
        .endsWith(("paycode " + group).strip() + " --help' to see what each does.\n");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void who_knows_nothing_is_told_where_to_begin() {
    cli.run();

    assertThat(cli.err()).contains("doctor", "Begin with 'paycode show', which needs no set-up.");
  }

  @Test
  void examples_stand_as_they_are_to_be_typed() {
    cli.run("completion", "--help");

    assertThat(cli.out()).contains("paycode completion zsh > \"${fpath[1]}/_paycode\"");
  }

  @Test
  void addresses_and_paths_stand_on_one_line() {
    cli.run("show", "--help");

    assertThat(cli.out())
        .contains("rediss://HOST:PORT;", " h2:~/.local/state/paycode/codes,", "/DATABASE or\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--quantity=2", "--store=memory:", "--log=file"})
  void doctor_has_no_option_that_would_do_nothing(String option) {
    assertThat(cli.run("doctor", option)).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains("unknown option '" + option.replaceFirst("=.*", "'"));
  }

  @Test
  void the_version_is_told() {
    assertThat(cli.run("--version")).isZero();

    assertThat(cli.out()).startsWith("paycode ");
  }

  /** What any terminal shows without breaking it. */
  static Stream<List<String>> printed() {
    return Stream.of(
            CommandTree.all().map(command -> command.words("--help")),
            Glossary.all().map(word -> List.of("explain", word.name())),
            Stream.of(
                List.of("explain"),
                List.of("explain", "ORDER_IS_CLOSED"),
                List.of("sandbox", "--customers")))
        .flatMap(words -> words);
  }

  @ParameterizedTest
  @MethodSource("printed")
  void what_is_printed_for_reading_fits_into_80_columns(List<String> words) {
    assertThat(cli.run(words.toArray(String[]::new))).isZero();

    assertThat(cli.out().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThan(81));
  }
}
