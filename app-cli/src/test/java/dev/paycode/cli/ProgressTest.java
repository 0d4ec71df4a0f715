package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

  private final HandMovedTime time = new HandMovedTime();

  @TempDir private Path directory;
  private RunningSandbox sandbox;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(time, directory);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  private List<String> lines(Cli cli, String customer, String... more) {
    String[] args =
        Stream.concat(
                Stream.of("get", "--config", sandbox.config(), "--customer", customer),
                Arrays.stream(more))
            .toArray(String[]::new);
    cli.run(args);
    return Arrays.asList(cli.err().split("\r\033\\[K", -1));
  }

  @Test
  void on_a_terminal_one_line_tells_which_attempt_why_and_how_long() {
    assertThat(lines(Cli.withoutTerminal(time).watched(), "sandbox-U-THEN-S"))
        .containsExactly(
            "",
            "Asking for codes …",
            "Attempt 1: UNKNOWN_EXCEPTION, 0 codes; asking again in 0.1 s …",
            "Attempt 1: UNKNOWN_EXCEPTION, 0 codes; asking again (attempt 2) …",
            "");
  }

  @Test
  void the_line_is_gone_before_an_error_is_told() {
    assertThat(lines(Cli.withoutTerminal(time).watched(), "sandbox-PROCESS_FAIL"))
        .last()
        .asString()
        .startsWith("paycode: Alipay+ refused");
  }

  @Test
  void throttling_is_told() {
    assertThat(lines(Cli.withoutTerminal(time).watched(), "sandbox-HTTP-429"))
        .anyMatch(line -> line.contains("fewer calls"));
  }

  @Test
  void nothing_is_told_where_nobody_looks_on_or_wants_it() {
    assertThat(lines(Cli.withoutTerminal(time), "sandbox-U-THEN-S")).containsExactly("");
    assertThat(lines(Cli.withoutTerminal(time).watched(), "sandbox-U-THEN-S", "--quiet"))
        .containsExactly("");
  }

  @Test
  void verbose_tells_it_in_lines_that_stay() {
    Cli cli = Cli.withoutTerminal(time).watched();

    lines(cli, "sandbox-U-THEN-S", "--verbose");

    assertThat(cli.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("attempt 1, \\d+ ms: UNKNOWN_EXCEPTION, 0 codes"),
            line ->
                assertThat(line).matches("waiting \\d+ ms: before the same request is sent again"),
            line -> assertThat(line).matches("attempt 2, \\d+ ms: SUCCESS, 1 code"));
  }
}
