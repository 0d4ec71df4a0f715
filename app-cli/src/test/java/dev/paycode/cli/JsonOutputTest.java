package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands print for programs is what docs/schema promises. */
class JsonOutputTest {

  private static final byte[] BODY = "{\"result\":{}}".getBytes(StandardCharsets.UTF_8);

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

  private String json(int exitCode, String... args) {
    Cli cli = Cli.withoutTerminal(time).reading(BODY);
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "json"));

    assertThat(cli.run(all.toArray(String[]::new))).as(cli.err()).isEqualTo(exitCode);
    assertThat(cli.out().lines()).hasSize(1);
    return cli.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c", "sandbox-PROCESS_FAIL", "sandbox-HTTP-502", "sandbox-UNSIGNED"})
  void outcomes(String customer) {
    Cli cli = Cli.withoutTerminal(time);

    cli.run("get", "--config", sandbox.config(), "--format=json", "--customer=" + customer);

    JsonSchemas.assertValid("get", cli.out());
  }

  @Test
  void outcomes_with_digits_in_full() {
    JsonSchemas.assertValid(
        "get", json(0, "get", "--config", sandbox.config(), "--reveal", "--quantity=10"));
  }

  @Test
  void the_present_code_its_pictures_and_its_page() {
    String config = sandbox.config();
    String png = directory.resolve("code.png").toString();
    time.afterSleep(now -> Thread.currentThread().interrupt());

    JsonSchemas.assertValid("show", json(0, "show", "--config", config));
    JsonSchemas.assertValid("show", json(0, "show", "--once", "--reveal", "--config", config));
    String pictures = json(0, "show", "--png", png, "--config", config);
    JsonSchemas.assertValid("show", pictures);
    assertThat(pictures).contains("\"files\":[\"" + png + "\"]");
    JsonSchemas.assertValid(
        "show-web", json(ExitCode.INTERRUPTED, "show", "--web", "--config", config));
    Thread.interrupted();
  }

  @Test
  void a_signature_and_its_verification() {
    JsonSchemas.assertValid("sign", json(0, "sign", "-", "--config", sandbox.config()));
    JsonSchemas.assertValid(
        "verify",
        json(
            ExitCode.UNTRUSTED,
            "verify",
            "-",
            "--config",
            sandbox.config(),
            "--time=x",
            "--signature=algorithm=RSA256,keyVersion=1,signature=AA"));
  }

  @Test
  void keys() {
    JsonSchemas.assertValid(
        "keys-generate", json(0, "keys", "generate", "--out=" + directory + "/k"));
    String ours = directory + "/k/mpp-private-key.pem";
    JsonSchemas.assertValid("keys-inspect", json(0, "keys", "inspect", ours));
    JsonSchemas.assertValid(
        "keys-inspect", json(0, "keys", "inspect", ours, directory + "/k/mpp-public-key.pem"));
    JsonSchemas.assertValid(
        "keys-inspect",
        json(
            ExitCode.MISCONFIGURED, "keys", "inspect", ours, directory + "/alipay-public-key.pem"));
  }

  @Test
  void explanations() {
    JsonSchemas.assertValid("explain", json(0, "explain"));
    JsonSchemas.assertValid("explain", json(0, "explain", "PROCESS_FAIL"));
    JsonSchemas.assertValid("explain", json(0, "explain", "ORDER_IS_CLOSED"));
    JsonSchemas.assertValid("explain", json(0, "explain", "130"));
  }

  @Test
  void settings() {
    JsonSchemas.assertValid("config", json(0, "config"));
    JsonSchemas.assertValid("config", json(0, "config", "--config", sandbox.config()));
  }

  @Test
  void a_sandbox_and_its_customers() {
    time.afterSleep(now -> Thread.currentThread().interrupt());

    JsonSchemas.assertValid(
        "sandbox",
        json(ExitCode.INTERRUPTED, "sandbox", "--port=0", "--keys=" + directory + "/other"));
    JsonSchemas.assertValid("sandbox", json(0, "sandbox", "--customers"));
    Thread.interrupted();
  }

  @Test
  void an_examination() {
    JsonSchemas.assertValid("doctor", json(0, "doctor", "--config", sandbox.config()));
    sandbox.close();
    JsonSchemas.assertValid(
        "doctor", json(ExitCode.GAVE_UP, "doctor", "--config", sandbox.config()));
  }

  @Test
  void a_store_and_what_is_retired_in_it() {
    String store = "--store=h2:" + directory + "/codes";
    Cli.withoutTerminal(time).run("show", "--config", sandbox.config(), store);

    JsonSchemas.assertValid("store-status", json(0, "store", "status", store));
    JsonSchemas.assertValid("store-purge", json(0, "store", "purge", store));
    JsonSchemas.assertValid("retire", json(0, "retire", "--config", sandbox.config(), store));
    JsonSchemas.assertValid("store-keys", json(0, "store", "keys", "new", directory + "/keys"));
  }

  @Test
  void every_schema_refuses_an_empty_object() throws IOException {
    try (Stream<Path> schemas = Files.list(JsonSchemas.directory())) {
      assertThat(schemas)
          .isNotEmpty()
          .allSatisfy(
              file -> {
                String name = file.getFileName().toString().replace(".schema.json", "");
                assertThat(JsonSchemas.errors(name, "{}")).as(name).isPositive();
              });
    }
  }
}
