package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetCommandTest {

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.withoutTerminal(time);

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

  @Test
  void json_has_exactly_the_promised_fields_in_their_order_and_masked_digits() {
    assertThat(cli.run("get", "--config", sandbox.config(), "--format", "json")).isZero();

    assertThat(cli.out())
        .matches(
            "\\{\"outcome\":\"OBTAINED\",\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\","
                + "\"attempts\":1,\"codes\":\\[\\{\"paymentCode\":\"\\*{20}[0-9]{4}\","
                + "\"codeValidityStartTime\":\"2024-06-01T12:00:00Z\","
                + "\"codeExpiryTime\":\"2024-06-01T12:01:00Z\"}]}\\R");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void reveal_shows_the_digits_in_full() {
    cli.run("get", "--config", sandbox.config(), "--format=json", "--reveal", "--quantity=3");

    assertThat(sandbox.digits()).hasSize(3).allSatisfy(all -> assertThat(cli.out()).contains(all));
  }

  @Test
  void the_table_has_a_heading_and_a_line_for_each_code() {
    assertThat(cli.run("get", "--config", sandbox.config(), "--quantity", "2")).isZero();

    assertThat(cli.out().lines())
        .hasSize(4)
        .first()
        .asString()
        .matches("payment code +valid from +valid until");
    assertThat(cli.out().lines()).last().isEqualTo("Sandbox codes pay for nothing.");
    assertThat(cli.out()).contains("2024-06-01T12:00:30Z");
  }

  @Test
  void without_reveal_no_digits_leave_the_command() {
    cli.run("get", "--config", sandbox.config(), "--verbose", "--quantity", "10");

    assertThat(sandbox.digits())
        .hasSize(10)
        .noneMatch(digits -> (cli.out() + cli.err()).contains(digits));
  }

  @Test
  void options_do_without_a_file() {
    assertThat(
            cli.run(
                "get",
                "--gateway=" + sandbox.uri(),
                "--client-id=" + sandbox.clientId(),
                "--private-key=" + sandbox.file("mpp-private-key.pem"),
                "--alipay-public-key=" + sandbox.file("alipay-public-key.pem"),
                "--key-version=1"))
        .isZero();
  }

  @Test
  void options_override_the_file() {
    assertThat(cli.run("get", "--config", sandbox.config(), "--client-id", "somebody-else"))
        .isEqualTo(ExitCode.REFUSED);

    assertThat(cli.err()).contains("INVALID_CLIENT");
  }

  @Test
  void without_any_settings_the_sandbox_in_the_process_is_asked() {
    assertThat(cli.run("get", "--region", "JP", "--device", "d", "--customer", "c")).isZero();

    assertThat(cli.out().lines()).hasSize(3).last().isEqualTo("Sandbox codes pay for nothing.");
    assertThat(sandbox.digits()).isEmpty();
  }

  @Test
  void a_refusal_is_json_on_stdout_and_two_lines_on_stderr() {
    int exitCode =
        cli.run(
            "get",
            "--config",
            sandbox.config(),
            "--format=JSON",
            "--customer=sandbox-PROCESS_FAIL");

    assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
    assertThat(cli.out())
        .isEqualToNormalizingNewlines(
            "{\"outcome\":\"REFUSED\",\"resultCode\":\"PROCESS_FAIL\",\"resultStatus\":\"F\","
                + "\"attempts\":1,\"codes\":[]}\n");
    assertThat(cli.err().lines()).hasSize(2);
    assertThat(cli.err()).startsWith("paycode: Alipay+ refused: PROCESS_FAIL (F)");
  }

  @Test
  void an_outcome_without_a_result_has_null_in_its_fields() {
    int exitCode =
        cli.run(
            "get", "--config", sandbox.config(), "--format=json", "--customer=sandbox-HTTP-502");

    assertThat(exitCode).isEqualTo(ExitCode.GAVE_UP);
    assertThat(cli.out())
        .isEqualToNormalizingNewlines(
            "{\"outcome\":\"GAVE_UP\",\"resultCode\":null,\"resultStatus\":null,"
                + "\"attempts\":3,\"codes\":[]}\n");
  }

  @Test
  void verbose_tells_of_each_attempt() {
    cli.run("get", "--config", sandbox.config(), "--verbose", "--customer=sandbox-U-THEN-S");

    assertThat(cli.err().lines())
        .hasSize(3)
        .first()
        .asString()
        .matches("attempt 1, \\d+ ms: UNKNOWN_EXCEPTION, 0 codes");
  }

  @Test
  void verbose_tells_of_an_answer_that_cannot_be_believed_in_one_sentence() {
    cli.run("get", "--config", sandbox.config(), "--verbose", "--customer=sandbox-UNSIGNED");

    assertThat(cli.err().lines())
        .first()
        .asString()
        .matches("attempt 1, \\d+ ms: The answer is not signed, 0 codes");
  }

  @Test
  void without_codes_there_is_no_table() {
    cli.run("get", "--config", sandbox.config(), "--customer=sandbox-PROCESS_FAIL");

    assertThat(cli.out()).isEmpty();
  }

  @Test
  void an_interrupted_command_ends_with_130_and_no_codes() {
    time.afterSleep(now -> Thread.currentThread().interrupt());

    int exitCode =
        cli.run(
            "get",
            "--config",
            sandbox.config(),
            "--format=json",
            "--customer=sandbox-UNKNOWN_EXCEPTION");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(exitCode).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(cli.out()).startsWith("{\"outcome\":\"CANCELLED\"");
    assertThat(cli.err()).isEmpty();
  }
}
