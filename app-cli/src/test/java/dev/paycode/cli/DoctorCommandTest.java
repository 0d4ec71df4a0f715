package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.sandbox.SandboxTls;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {

  private static final SandboxTls TLS = SandboxTls.generate();

  /** No label of a name has more than 63 characters, so that nobody is asked for this one. */
  private static final String NO_HOST = "x".repeat(64) + ".alipayplus.com";

  /** A handshake of TLS 1.2, 16 KiB long. */
  private static final byte[] BEGINNING_OF_A_LONG_RECORD = {22, 3, 3, 64, 0};

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.withoutTerminal(time);

  @TempDir private Path directory;
  private RunningSandbox sandbox;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(options(), directory);
  }

  private SandboxOptions options() {
    return SandboxOptions.of(RunningSandbox.KEYS, time, new Random(1)).withTls(TLS);
  }

  /** In place of the one that ran before. */
  private void restart(SandboxOptions other) throws IOException {
    sandbox.close();
    sandbox = RunningSandbox.start(other, directory);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  private int doctor(String... more) {
    String[] start = {"doctor", "--config", sandbox.config()};
    return cli.run(Stream.of(start, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  @Test
  void the_provider_that_signs_is_named() {
    assertThat(doctor()).isEqualTo(ExitCode.OBTAINED);
    assertThat(told("signed call")).contains("the provider SunRsaSign signs and verifies");

    assertThat(doctor("--format=json")).isEqualTo(ExitCode.OBTAINED);
    assertThat(cli.out()).contains("\"provider\":\"SunRsaSign\"");
  }

  /** The lines of that check, joined. */
  private String told(String check) {
    StringBuilder told = new StringBuilder();
    boolean reading = false;
    for (String line : cli.out().lines().toList()) {
      boolean begins = !line.startsWith(" ");
      reading = begins ? line.contains(" " + check + " ") : reading;
      told.append(reading ? line.replaceAll(" +", " ") : "");
    }
    return told.toString();
  }

  private List<String> states() {
    return cli.out()
        .lines()
        .filter(line -> line.matches("(ok|not ok|not tried) .*"))
        .map(line -> line.substring(0, 10).strip())
        .toList();
  }

  @Test
  void without_settings_the_sandbox_in_this_process_is_sound() {
    assertThat(cli.run("doctor")).isEqualTo(ExitCode.OBTAINED);

    assertThat(states()).hasSize(11).containsOnly("ok");
    assertThat(cli.out())
        .contains("All 11 checks are ok.", "the sandbox in this process")
        .contains("https://127.0.0.1:");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void a_sandbox_elsewhere_is_sound_with_tls_and_without() throws IOException {
    assertThat(doctor()).isEqualTo(ExitCode.OBTAINED);
    assertThat(told("TLS")).contains("TLSv1.3", "CN=Paycode sandbox", "valid until 2049-12-31");

    restart(SandboxOptions.of(RunningSandbox.KEYS, time, new Random(1)));
    assertThat(doctor()).isEqualTo(ExitCode.OBTAINED);
    assertThat(cli.out()).contains("None is spoken, and none is needed on this machine.");
    assertThat(states()).hasSize(22).containsOnly("ok");
  }

  @Test
  void every_line_has_80_columns_at_most() {
    doctor("--trust-store", directory.resolve("missing").toString());

    assertThat(cli.out().lines().filter(line -> !line.contains(directory.toString())))
        .isNotEmpty()
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void nothing_secret_is_told() throws IOException {
    String key = Files.readAllLines(Path.of(sandbox.file("mpp-private-key.pem"))).get(5);

    doctor("--verbose");
    doctor("--format=json");

    assertThat(sandbox.digits()).isNotEmpty();
    assertThat(sandbox.digits()).noneMatch(digits -> (cli.out() + cli.err()).contains(digits));
    assertThat(cli.out() + cli.err())
        .doesNotContain(key)
        .doesNotContain("signature=")
        .doesNotContain(
            Base64.getEncoder()
                .encodeToString(RunningSandbox.KEYS.mppPrivateKey().getEncoded())
                .substring(100, 150));
  }

  @Test
  void incomplete_settings_are_named_and_nothing_else_is_tried() {
    assertThat(cli.run("doctor", "--gateway=https://127.0.0.1:1")).isEqualTo(ExitCode.INVALID);

    assertThat(told("settings")).startsWith("not ok settings ").contains("clientId (--client-id)");
    assertThat(states()).containsOnlyOnce("not ok").doesNotContain("ok");
  }

  @Test
  void a_private_key_that_others_can_read_is_told_how_to_close() throws IOException {
    Files.setPosixFilePermissions(
        Path.of(sandbox.file("mpp-private-key.pem")), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(doctor()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("private key")).startsWith("not ok ").contains("chmod 600");
    assertThat(told("signed call")).startsWith("not tried").contains("two keys");
    assertThat(told("TLS")).startsWith("ok ");
  }

  @ParameterizedTest
  @CsvSource({
    "mpp-private-key.pem, mpp-public-key.pem, private key",
    "alipay-public-key.pem, client.properties, Alipay+'s key"
  })
  void a_file_that_holds_something_else_is_named(String file, String instead, String check)
      throws IOException {
    Files.copy(
        Path.of(sandbox.file(instead)),
        Path.of(sandbox.file(file)),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(doctor()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told(check)).startsWith("not ok ").contains(file);
    assertThat(told("two keys")).startsWith("not tried");
  }

  @Test
  void one_s_own_public_key_in_place_of_alipay_s_is_found_out() {
    assertThat(doctor("--alipay-public-key", sandbox.file("mpp-public-key.pem")))
        .isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("two keys")).startsWith("not ok ").contains("developer console");
    assertThat(told("signed call")).startsWith("not tried");
  }

  @Test
  void a_key_of_another_environment_makes_the_answer_one_that_nobody_trusts() throws IOException {
    cli.run("keys", "generate", "--out", directory.resolve("other").toString());

    assertThat(
            doctor("--alipay-public-key", directory.resolve("other/mpp-public-key.pem").toString()))
        .isEqualTo(ExitCode.UNTRUSTED);

    assertThat(told("signed call")).startsWith("not ok ").contains("does not verify");
    assertThat(told("clock")).startsWith("not tried");
  }

  @Test
  void a_name_without_an_address_is_told() {
    assertThat(doctor("--gateway=https://" + NO_HOST)).isEqualTo(ExitCode.GAVE_UP);

    assertThat(told("name (DNS)")).startsWith("not ok ").contains(NO_HOST, "name service");
    assertThat(told("connection")).startsWith("not tried").contains("name (DNS)");
  }

  @Test
  void a_closed_port_is_told() {
    String uri = sandbox.uri();
    sandbox.close();

    assertThat(doctor()).isEqualTo(ExitCode.GAVE_UP);

    assertThat(told("connection"))
        .startsWith("not ok ")
        .contains(uri.substring(uri.lastIndexOf(':') + 1), "firewall");
    assertThat(states())
        .containsExactly(
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
            "not ok",
            "not tried",
            "not tried",
            "not tried",
            "not tried");
    assertThat(cli.out()).contains("1 of 11 checks not ok, 4 not tried.");
  }

  @Test
  void the_worst_finding_gives_the_exit_code() {
    sandbox.close();

    assertThat(doctor("--trust-store", directory.resolve("missing.pem").toString()))
        .isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("trust store")).startsWith("not ok ").contains("missing.pem");
    assertThat(told("connection")).startsWith("not ok ");
    assertThat(told("TLS")).startsWith("not tried");
  }

  @Test
  void an_issuer_that_is_not_trusted_is_told() throws IOException {
    Path foreign = directory.resolve("foreign");
    try (RunningSandbox other =
        RunningSandbox.start(options().withTls(SandboxTls.generate()), foreign)) {
      assertThat(doctor("--trust-store", other.file("ca.pem"))).isEqualTo(ExitCode.MISCONFIGURED);
    }

    assertThat(told("TLS")).startsWith("not ok ").contains("issuer that is not trusted");
    assertThat(told("signed call")).startsWith("not tried");
  }

  @Test
  void a_gateway_whose_issuer_this_java_does_not_know_is_told_of_the_setting() throws IOException {
    Path config = Path.of(sandbox.config());
    Files.writeString(config, Files.readString(config).replace("trustStore=ca.pem", ""));

    assertThat(doctor()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("trust store")).startsWith("ok ");
    assertThat(told("TLS")).startsWith("not ok ").contains("trustStore (--trust-store)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"past", "future"})
  void a_certificate_out_of_its_time_is_told(String when) throws IOException {
    restart(options().withTls(when.equals("past") ? TLS.expired() : TLS.notYetValid()));

    assertThat(doctor()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("TLS")).startsWith("not ok ").contains("expired or is not valid yet");
  }

  @Test
  void a_certificate_for_another_host_is_told() throws IOException {
    restart(options().withTls(TLS.forHost("gateway.example")));

    assertThat(doctor()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("TLS")).startsWith("not ok ").contains("not one for 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "signature"})
  void a_certificate_too_weak_for_a_call_is_told(String weak) throws IOException {
    restart(options().withTls(weak.equals("key") ? TLS.withShortKey() : TLS.signedOverSha1()));

    assertThat(doctor()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("TLS")).startsWith("not ok ").contains("too weak", "RSA of 2048 bits");
    assertThat(told("signed call")).startsWith("not tried");
  }

  @Test
  void a_port_that_speaks_no_tls_is_told() throws IOException {
    restart(SandboxOptions.of(RunningSandbox.KEYS, time, new Random(1)));

    assertThat(doctor("--gateway", sandbox.uri().replace("http:", "https:")))
        .isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("TLS")).startsWith("not ok ").contains("No TLS session", "TLS 1.2 or 1.3");
  }

  @Test
  void a_port_that_accepts_and_says_nothing_is_told() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(doctor("--gateway=https://127.0.0.1:" + deaf.getLocalPort()))
          .isEqualTo(ExitCode.GAVE_UP);
    }

    assertThat(told("connection")).startsWith("ok ");
    assertThat(told("TLS")).startsWith("not ok ").contains("in time");
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_port_that_sends_a_greeting_without_end_is_told() throws IOException {
    ScheduledExecutorService drip = Executors.newScheduledThreadPool(2);
    try (ServerSocket endless = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      drip.execute(
          () -> {
            try {
              endless.accept(); // the one that is only looked for
              OutputStream out = endless.accept().getOutputStream();
              out.write(BEGINNING_OF_A_LONG_RECORD);
              Future<?> unused =
                  drip.scheduleAtFixedRate(() -> write(out), 0, 200, TimeUnit.MILLISECONDS);
            } catch (IOException gone) {
              throw new UncheckedIOException(gone);
            }
          });
      assertThat(doctor("--gateway=https://127.0.0.1:" + endless.getLocalPort()))
          .isEqualTo(ExitCode.GAVE_UP);
    } finally {
      drip.shutdownNow();
    }

    assertThat(told("TLS")).startsWith("not ok ").contains("in time");
  }

  private static void write(OutputStream out) {
    try {
      out.write(0);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @ParameterizedTest
  @CsvSource({"3600, 3600 s behind", "-3600, 3599 s ahead of", "11, 11 s behind"})
  void a_clock_that_is_wrong_is_told_by_how_much(long seconds, String words) throws IOException {
    InstantSource theirs = InstantSource.fixed(time.instant().plusSeconds(seconds));
    restart(SandboxOptions.of(RunningSandbox.KEYS, theirs, new Random(1)).withTls(TLS));

    assertThat(doctor()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(told("clock")).startsWith("not ok ").contains(words + " the gateway's", "NTP");
    assertThat(told("signed call")).startsWith("ok ");
    assertThat(told("result")).startsWith("ok ");
  }

  @Test
  void a_clock_that_is_off_by_little_is_ok() throws IOException {
    InstantSource theirs = InstantSource.fixed(time.instant().plus(Duration.ofSeconds(10)));
    restart(SandboxOptions.of(RunningSandbox.KEYS, theirs, new Random(1)).withTls(TLS));

    assertThat(doctor()).isEqualTo(ExitCode.OBTAINED);

    assertThat(told("clock")).contains("within 10 s");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-PROCESS_FAIL, 3, result, PROCESS_FAIL",
    "sandbox-UNKNOWN_EXCEPTION, 4, result, UNKNOWN_EXCEPTION",
    "sandbox-UNSIGNED, 5, signed call, not signed",
    "sandbox-UNSIGNED-REFUSAL, 5, signed call, INVALID_SIGNATURE",
    "sandbox-HTTP-404, 6, signed call, 404"
  })
  void what_is_answered_instead_of_codes_is_told(
      String customer, int exitCode, String check, String words) {
    assertThat(doctor("--customer", customer)).isEqualTo(exitCode);

    assertThat(told(check)).startsWith("not ok ").contains(words);
  }

  @Test
  void as_json_it_has_a_field_for_everything() {
    sandbox.close();

    assertThat(doctor("--format=json")).isEqualTo(ExitCode.GAVE_UP);

    JsonNode report = new JsonMapper().readTree(cli.out());
    assertThat(report.at("/exitCode").asInt()).isEqualTo(4);
    assertThat(report.at("/checks").size()).isEqualTo(11);
    assertThat(report.at("/checks/0/state").asString()).isEqualTo("OK");
    assertThat(report.at("/checks/6/check").asString()).isEqualTo("connection");
    assertThat(report.at("/checks/6/state").asString()).isEqualTo("NOT_OK");
    assertThat(report.at("/checks/6/remedy").asString()).startsWith("Check the port");
    assertThat(report.at("/checks/7/state").asString()).isEqualTo("NOT_TRIED");
    assertThat(report.at("/checks/7/remedy").isNull()).isTrue();
    assertThat(cli.out().lines()).hasSize(1);
  }
}
