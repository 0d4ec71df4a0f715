package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.RetryPolicy;
import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.sandbox.SandboxTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to the gateway is the one that is set. */
class TransportTest {

  private static final SandboxTls TLS = SandboxTls.generate();

  /** No label of a name has more than 63 characters, so that nobody is asked for this one. */
  private static final String STRANGER = "x".repeat(64) + ".example";

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.withoutTerminal(time);

  @TempDir private Path directory;
  private RunningSandbox sandbox;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox =
        RunningSandbox.start(
            SandboxOptions.of(RunningSandbox.KEYS, time, new Random(1)).withTls(TLS), directory);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  private int run(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "--config", sandbox.config()));
    words.addAll(List.of(more));
    return cli.run(words.toArray(String[]::new));
  }

  private String secret(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file.toString();
  }

  @Test
  void a_host_of_ones_own_is_refused_until_it_is_allowed() {
    assertThat(run("get", "--gateway=https://" + STRANGER)).isEqualTo(ExitCode.INVALID);
    assertThat(cli.err())
        .contains("names a host that is neither", "allowedHosts (--allowed-hosts)")
        .doesNotContain("Exception");
  }

  @Test
  void an_allowed_host_is_called_by_every_command() {
    run("doctor", "--gateway=https://" + STRANGER, "--allowed-hosts=other.example, " + STRANGER);

    assertThat(cli.out()).contains("is called as").contains("has no address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--allowed-hosts=https://a.example | 'https://a.example' is not the name of a host",
        "--proxy=here                      | is not HOST:PORT",
        "--proxy=me:canary@here:1          | is not HOST:PORT",
        "--proxy=here:0                    | is not HOST:PORT",
        "--proxy=here:65536                | is not HOST:PORT",
        "--proxy-user=me                   | missing: proxy (--proxy), proxyPassword",
        "--connection-reuse=sometimes      | 'sometimes' is none of http-2-only, never and always"
      })
  void what_is_not_allowed_is_named_in_two_lines(String option, String problem) {
    String gateway = option.startsWith("--allowed") ? "https://" + STRANGER : sandbox.uri();
    assertThat(run("get", option, "--gateway=" + gateway)).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err().lines()).hasSize(2).first().asString().contains(problem);
    assertThat(cli.err()).doesNotContain("canary");
  }

  @Test
  void headers_and_an_agent_token_travel_along() throws IOException {
    String token = secret("token", "canary-token\n");
    String headers = secret("headers", "# ours\n\nX-Route: blue\nX-Key: canary-header\n");
    try (HeardGateway gateway = HeardGateway.start()) {
      cli.retrying(RetryPolicy.ofDefaults().withMaxAttempts(1));
      run(
          "get",
          "--verbose",
          "--gateway=" + gateway.uri(),
          "--agent-token-file=" + token,
          "--headers=" + headers);

      assertThat(gateway.heard())
          .contains("agent-token: canary-token", "x-route: blue", "x-key: canary-header");
      assertThat(cli.err() + cli.out()).isNotEmpty().doesNotContain("canary");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no colon                   | There is no colon in it",
        "Signature: canary          | belongs to the protocol",
        "X Y: canary                | A header's name is",
        "X-Y: canary\u00e4          | among them U+00E4"
      })
  void a_line_that_is_no_header_is_named_by_its_number(String line, String advice)
      throws IOException {
    assertThat(run("get", "--headers=" + secret("headers", "X-A: b\n" + line + "\n")))
        .isEqualTo(ExitCode.INVALID);

    assertThat(cli.err())
        .startsWith("paycode: line 2 of '")
        .contains(advice)
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({"--headers", "--client-certificate"})
  void a_file_that_others_can_read_is_refused(String option) throws IOException {
    Path file = Path.of(secret("open", "X-A: b"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(run("get", option, file.toString())).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err()).contains("is open to group or others (rw-r-----)", "chmod 600");
  }

  @Test
  void a_client_certificate_that_cannot_be_read_is_named() throws IOException {
    String file = secret("client.p12", "this is none");

    assertThat(run("get", "--client-certificate", file)).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err())
        .contains("the client certificate '" + file + "'", "clientCertificatePasswordFile");
  }

  @Test
  void a_client_certificate_is_opened_by_its_password_and_no_other() throws Exception {
    Path file = directory.resolve("client.p12");
    makeCertificate(file, "password");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    String certificate = "--client-certificate=" + file;
    String option = "--client-certificate-password-file=";

    assertThat(run("get", certificate, option + secret("right", "password"))).isZero();
    assertThat(run("doctor", certificate, option + secret("right", "password"))).isZero();
    assertThat(run("get", certificate, option + secret("wrong", "canary")))
        .isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err().lines()).hasSize(2);
    assertThat(cli.err()).contains("that this password opens").doesNotContain("canary");
  }

  private static void makeCertificate(Path file, String password)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
    words.addAll(List.of("-genkeypair", "-alias", "client", "-keyalg", "EC"));
    words.addAll(List.of("-dname", "CN=client", "-storetype", "PKCS12"));
    words.addAll(List.of("-keystore", file.toString(), "-storepass", password));
    assertThat(new ProcessBuilder(words).start().waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"http-2-only", "never", "always"})
  void each_reuse_of_connections_can_be_chosen(String reuse) {
    assertThat(run("get", "--connection-reuse", reuse)).as(cli.err()).isZero();
  }

  @Test
  void a_proxy_carries_the_call_and_the_doctor_says_what_it_cannot_see() throws IOException {
    try (TunnellingProxy proxy = TunnellingProxy.start()) {
      assertThat(run("get", "--proxy", proxy.address())).as(cli.err()).isZero();
      assertThat(proxy.asked()).startsWith("CONNECT 127.0.0.1:");

      assertThat(run("doctor", "--proxy", proxy.address())).as(cli.out()).isZero();
      assertThat(cli.out())
          .contains("not tried  TLS             The proxy is between")
          .contains("The proxy answers at port")
          .contains("10 checks are ok, 1 could not be made.");
    }
  }

  @Test
  void a_proxy_is_told_who_calls() throws IOException {
    String password = secret("password", "canary\n");
    try (TunnellingProxy proxy = TunnellingProxy.start()) {
      assertThat(
              run(
                  "get",
                  "--proxy=" + proxy.address(),
                  "--proxy-user=me",
                  "--proxy-password-file=" + password))
          .as(cli.err())
          .isZero();

      assertThat(proxy.asked()).contains("Proxy-Authorization: Basic bWU6Y2FuYXJ5");
    }
  }

  @Test
  void a_gateway_on_this_machine_without_tls_has_no_proxy() {
    assertThat(run("get", "--gateway=http://127.0.0.1:1", "--proxy=127.0.0.1:2"))
        .isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err().lines()).hasSize(2);
    assertThat(cli.err()).contains("is not reached through a proxy");
  }
}
