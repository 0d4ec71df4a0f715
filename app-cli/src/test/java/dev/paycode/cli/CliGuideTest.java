package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The guides leave nothing out. */
class CliGuideTest {

  private static String guide(String file) throws IOException {
    return Files.readString(Path.of("..").resolve(file));
  }

  @Test
  void every_command_is_in_the_guide() throws IOException {
    String guide = guide("docs/cli.md");

    assertThat(PaycodeCommand.COMMANDS)
        .allSatisfy(
            type ->
                assertThat(guide)
                    .contains(
                        "| `" + type.getAnnotation(CommandLine.Command.class).name() + "` |"));
  }

  @ParameterizedTest
  @EnumSource
  void every_setting_is_in_the_guide(Setting setting) throws IOException {
    assertThat(guide("docs/cli.md"))
        .contains(
            "| `" + setting.option() + "` | `" + setting.sourceVariable() + "`",
            "| `" + setting.property() + "` |");
  }

  @ParameterizedTest
  @EnumSource
  void every_exit_code_is_in_the_readme(ExitMeaning exit) throws IOException {
    assertThat(guide("README.md"))
        .containsPattern("(?m)^\\|[0-9, ]*\\b" + exit.code() + "\\b[0-9, ]*\\|");
  }
}
