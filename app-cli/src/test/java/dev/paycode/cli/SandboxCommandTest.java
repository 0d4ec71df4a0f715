package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.sandbox.ScriptedCustomer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCommandTest {

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.withoutTerminal(time);

  @TempDir private Path directory;

  @Test
  void it_answers_clients_with_the_files_it_wrote_until_interrupted() {
    Cli client = Cli.withoutTerminal(time);
    AtomicInteger clientsExitCode = new AtomicInteger(-1);
    Path config = directory.resolve("keys/client.properties");
    time.afterSleep(
        now -> {
          clientsExitCode.set(client.run("get", "--config", config.toString()));
          Thread.currentThread().interrupt();
        });

    int exitCode = cli.run("sandbox", "--port=0", "--keys=" + directory.resolve("keys"));

    assertThat(exitCode).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(clientsExitCode).hasValue(ExitCode.OBTAINED);
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void with_tls_it_is_called_by_https_and_trusted_by_the_issuer_it_wrote() {
    Cli client = Cli.withoutTerminal(time);
    AtomicInteger clientsExitCode = new AtomicInteger(-1);
    Path config = directory.resolve("keys/client.properties");
    time.afterSleep(
        now -> {
          clientsExitCode.set(client.run("get", "--config", config.toString()));
          Thread.currentThread().interrupt();
        });

    cli.run("sandbox", "--tls", "--port=0", "--keys=" + config.getParent());

    assertThat(clientsExitCode).hasValue(ExitCode.OBTAINED);
    assertThat(cli.out()).containsPattern("listens at https://127\\.0\\.0\\.1:\\d+ ");
    assertThat(config).content().contains("trustStore=ca.pem");
  }

  @Test
  void it_tells_its_address_its_client_and_how_to_call_it() {
    time.afterSleep(now -> Thread.currentThread().interrupt());

    cli.run("sandbox", "--port=0", "--keys=" + directory);

    assertThat(cli.out())
        .containsPattern("listens at http://127\\.0\\.0\\.1:\\d+ ")
        .contains("Client ID:   SANDBOX_5X00000000000000, key version 1")
        .contains("paycode get --config " + directory.resolve("client.properties"))
        .contains("--customer sandbox-UNSIGNED")
        .contains("pay for nothing");
    assertThat(cli.out().lines()).allMatch(line -> line.length() <= 80 || line.contains("/"));
  }

  @Test
  void it_lists_the_scripted_customers_and_starts_nothing() {
    assertThat(cli.run("sandbox", "--customers", "--keys=" + directory.resolve("keys")))
        .isEqualTo(ExitCode.OBTAINED);

    assertThat(cli.out().lines())
        .filteredOn(line -> line.startsWith("sandbox-"))
        .hasSameSizeAs(ScriptedCustomer.values())
        .anyMatch(line -> line.matches("sandbox-U-THEN-S +U UNKNOWN_EXCEPTION the first time, .*"));
    assertThat(directory.resolve("keys")).doesNotExist();
  }

  @Test
  void it_writes_the_four_files() {
    time.afterSleep(now -> Thread.currentThread().interrupt());

    cli.run("sandbox", "--port=0", "--keys=" + directory);

    assertThat(directory.resolve("mpp-private-key.pem")).exists();
    assertThat(directory.resolve("mpp-public-key.pem")).exists();
    assertThat(directory.resolve("alipay-public-key.pem")).exists();
    assertThat(directory.resolve("client.properties")).exists();
  }

  @Test
  void a_key_that_it_did_not_write_stays_and_is_named_with_exit_code_6() throws Exception {
    Path key = Files.writeString(directory.resolve("mpp-private-key.pem"), "somebody's real key");
    time.afterSleep(now -> Thread.currentThread().interrupt());

    int exitCode = cli.run("sandbox", "--port=0", "--keys=" + directory);

    assertThat(exitCode).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(key).hasContent("somebody's real key");
    assertThat(cli.err().lines())
        .containsExactly(
            "paycode: '" + key + "' was not written by the sandbox, and is not overwritten",
            "Name with --keys another directory, such as one that does not exist yet.");
  }

  @Test
  void a_second_run_writes_over_the_files_of_the_first() {
    time.afterSleep(now -> Thread.currentThread().interrupt());

    cli.run("sandbox", "--port=0", "--keys=" + directory);

    assertThat(cli.run("sandbox", "--port=0", "--keys=" + directory))
        .isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void a_directory_that_cannot_be_written_is_named_with_exit_code_6() throws Exception {
    Path file = Files.createFile(directory.resolve("a-file"));

    int exitCode = cli.run("sandbox", "--port=0", "--keys=" + file);

    assertThat(exitCode).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err().lines()).hasSize(2).first().asString().contains(file.toString());
  }
}
