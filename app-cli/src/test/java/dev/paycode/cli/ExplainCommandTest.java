package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.result.SpecifiedCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

  private final Cli cli = Cli.withoutTerminal(new HandMovedTime());

  private String unwrapped() {
    return cli.out().replaceAll("\\R? +", " ");
  }

  @ParameterizedTest
  @EnumSource
  void each_result_code_is_explained_in_any_case(SpecifiedCode code) {
    assertThat(cli.run("explain", code.name().toLowerCase(Locale.ROOT))).isZero();

    assertThat(cli.out())
        .startsWith(code.name() + ": a result code with status " + code.status())
        .contains("Exit code:");
    assertThat(unwrapped())
        .contains(Sentence.unended(code.meaning()), "What to do: " + code.remedy().advice());
  }

  @ParameterizedTest
  @EnumSource
  void each_cause_is_explained(Cause cause) {
    assertThat(cli.run("explain", cause.name())).isZero();

    assertThat(unwrapped()).contains(cause.explanation());
  }

  @ParameterizedTest
  @EnumSource
  void each_exit_code_is_explained(ExitMeaning exit) {
    assertThat(cli.run("explain", String.valueOf(exit.code()))).isZero();

    assertThat(unwrapped()).contains(exit.code() + ": an exit code", exit.advice());
  }

  @ParameterizedTest
  @CsvSource({
    "PROCESS_FAIL, 3",
    "UNKNOWN_EXCEPTION, 4",
    "SUCCESS, 0",
    "SIGNATURE_WRONG, 5",
    "CONNECTION_REFUSED, 4",
    "F, 3",
    "CANCELLED, 130"
  })
  void the_exit_code_of_a_command_that_meets_it_is_told(String word, int exitCode) {
    cli.run("explain", word);

    assertThat(cli.out()).contains("Exit code:  " + exitCode + System.lineSeparator());
  }

  @Test
  void without_a_word_everything_is_listed() {
    assertThat(cli.run("explain")).isZero();

    assertThat(cli.out().lines()).allMatch(line -> line.length() < 80);
    assertThat(cli.out().lines().filter(line -> line.matches("  \\S.*")))
        .hasSize((int) Glossary.all().count())
        .anyMatch(line -> line.matches(" +PROCESS_FAIL +F +A general business failure.*"));
  }

  @Test
  void a_result_code_that_nobody_listed_is_explained_by_the_rule_of_statuses() {
    assertThat(cli.run("explain", "ORDER_IS_CLOSED")).isZero();

    assertThat(unwrapped()).contains("so the status beside it decides", "3 with F, 4 with S or U");
  }

  @ParameterizedTest
  @CsvSource({"SUCESS, SUCCESS", "proces_fail, PROCESS_FAIL", "timedout, TIMED_OUT"})
  void a_slip_is_answered_with_the_word_that_was_meant(String word, String meant) {
    assertThat(cli.run("explain", word)).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains("Did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "!", "x"})
  void what_can_be_no_code_is_refused_in_two_lines(String word) {
    assertThat(cli.run("explain", word)).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err().lines()).hasSize(2);
    assertThat(cli.out()).isEmpty();
  }
}
