package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every command, used in every way that is wrong whatever it means. */
class EveryOptionTest {

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.withoutTerminal(time);

  static Stream<List<String>> uses() {
    return CommandTree.all()
        .flatMap(
            command ->
                command.spec().options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .flatMap(EveryOptionTest::wrong)
                    .map(use -> command.words(use.toArray(String[]::new))));
  }

  /** A flag takes no value; what takes one does not do without, and not with two. */
  private static Stream<List<String>> wrong(OptionSpec option) {
    String name = option.longestName();
    if (option.arity().max() == 0) {
      return Stream.of(
          List.of(name + "=x"), List.of(name + "="), List.of(name + "=true"), List.of(name, name));
    }
    return Stream.of(List.of(name), List.of(name, "--verbose"), List.of(name + "=a", name + "=b"));
  }

  @ParameterizedTest
  @Timeout(20)
  @MethodSource("uses")
  void a_wrong_use_is_told_in_two_lines_with_exit_code_2(List<String> words) {
    // What is taken for right after all shall not run for ever.
    time.afterSleep(now -> Thread.currentThread().interrupt());

    int exitCode = cli.run(words.toArray(String[]::new));

    assertThat(cli.err().lines().limit(2).toList())
        .as(words + cli.err() + cli.out())
        .hasSize(2)
        .satisfies(
            lines -> assertThat(lines.get(0)).startsWith("paycode: "),
            lines -> assertThat(lines.get(1)).contains("--help"));
    assertThat(exitCode).isEqualTo(ExitCode.INVALID);
    assertThat(cli.out()).isEmpty();
  }
}
