package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

  private final Cli cli = Cli.withoutTerminal(new HandMovedTime());

  @TempDir private Path directory;

  @Test
  void each_setting_is_shown_with_its_value_and_origin() throws IOException {
    Path file = Files.writeString(directory.resolve("c.properties"), "privateKey=key.pem\n");

    cli.with("PAYCODE_KEY_VERSION", "2")
        .run("config", "--config", file.toString(), "--client-id=me");

    assertThat(cli.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "gateway not set",
            "clientId me (option --client-id)",
            "privateKey " + directory.resolve("key.pem") + " (file " + file + ")",
            "keyVersion 2 (environment variable PAYCODE_KEY_VERSION)")
        .hasSize(Setting.values().length);
  }

  @Test
  void a_secret_is_masked_whether_it_is_typed_or_a_variable() {
    cli.with("PAYCODE_PASSWORD", "canary-variable").run("config");
    cli.typing("canary-typed").run("config", "--password", "--format=json");

    assertThat(cli.out())
        .contains("****  (environment variable PAYCODE_PASSWORD)", "\"origin\":\"terminal\"")
        .doesNotContain("canary");
  }

  @Test
  void a_password_in_an_address_is_masked_though_it_should_not_be_there() {
    cli.run("config", "--store", "jdbc:postgresql://me:canary@db/w?a=b&Password=canary&c=d");

    assertThat(cli.out())
        .contains("jdbc:postgresql://****@db/w?a=b&Password=****&c=d")
        .doesNotContain("canary");
  }

  @Test
  void where_nothing_is_set_the_sandbox_is_named() {
    assertThat(cli.run("config")).isZero();

    assertThat(cli.out()).endsWith("stands in for Alipay+." + System.lineSeparator());
  }

  @Test
  void a_password_is_asked_for_or_read_but_not_both() {
    assertThat(cli.run("config", "--password", "--password-file=x")).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains("--password and --password-file are both given");
  }

  @Test
  void an_unknown_variable_is_named_with_the_nearest_one() {
    assertThat(cli.with("PAYCODE_GATEWAYS", "x").run("config")).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err())
        .startsWith("paycode: the environment variable PAYCODE_GATEWAYS is no setting")
        .contains("Did you mean PAYCODE_GATEWAY?");
  }
}
