package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command line that nobody understands is answered with. */
class WrongUseTest {

  private final Cli cli = Cli.withoutTerminal(new HandMovedTime());

  private List<String> told(String line) {
    assertThat(cli.run(line.split(" ", -1))).isEqualTo(ExitCode.INVALID);

    assertThat(cli.out()).isEmpty();
    assertThat(cli.err().lines()).hasSize(2);
    return cli.err().lines().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "shwo, unknown command 'shwo', show",
    "conf, unknown command 'conf', config",
    "keys genrate, unknown command 'genrate', generate",
    "help, unknown command 'help', --help",
    "help get, unknown command 'help', --help",
    "--hlep, unknown option '--hlep', --help",
    "-version, unknown option '-version', --version",
    "get --quantty=2, unknown option '--quantty', --quantity",
    "get --client-di x, unknown option '--client-di', --client-id",
    "get --cust=a, unknown option '--cust', --customer",
    "get quiet, unexpected argument 'quiet', --quiet"
  })
  void an_unknown_word_is_named_with_the_known_one_that_is_nearest(
      String line, String problem, String meant) {
    List<String> told = told(line);

    assertThat(told.get(0)).isEqualTo("paycode: " + problem);
    assertThat(told.get(1)).startsWith("Did you mean " + meant + "? Run 'paycode ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "-x", "get --no-such-option", "explain SUCCESS 3"})
  void where_none_is_near_the_help_is_named(String line) {
    assertThat(told(line).get(1)).startsWith("Run 'paycode ").endsWith(" to see what is allowed.");
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments("completion fish", "invalid value for SHELL: 'fish' is not one of bash, zsh"),
        arguments(
            "store keys make f",
            "invalid value for STEP: 'make' is not one of new, add, promote, remove"),
        arguments(
            "get --format=xml",
            "invalid value for option '--format': 'xml' is not one of text, json"),
        arguments("completion", "missing required parameter: 'SHELL'"),
        arguments("keys generate", "missing required option: '--out=DIR'"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void values_are_told_as_they_are_typed(String line, String problem) {
    assertThat(told(line).get(0)).isEqualTo("paycode: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "JSON", "Json"})
  void the_case_of_a_word_is_all_the_same(String format) {
    assertThat(cli.run("explain", "SUCCESS", "--format", format)).isZero();

    assertThat(cli.out()).startsWith("{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get --password it's",
        "get --store-password it's",
        "get --store-password=it's",
        "get --token it's --quiet",
        "get -pit's",
        "get -p it's",
        "completion --password it's",
        "store keys --password it's f"
      })
  void what_may_be_a_password_is_not_repeated(String line) {
    told(line);

    assertThat(cli.err()).doesNotContain("it's");
  }

  @Test
  void nor_is_it_in_the_stack_trace() {
    cli.run("get", "--verbose", "--store-password", "it's");

    assertThat(cli.err()).contains("\tat ", "'--store-password', '****'").doesNotContain("it's");
  }
}
