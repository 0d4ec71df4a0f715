package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.paycode.persistence.StoreKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that outlive the command, by default in a file. */
class StoreCommandTest {

  private final HandMovedTime time = new HandMovedTime();

  @TempDir private Path directory;
  private RunningSandbox sandbox;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(time, directory.resolve("client"));
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  private Cli cli() {
    return Cli.withoutTerminal(time).with("XDG_STATE_HOME", directory.resolve("state").toString());
  }

  private Cli shown(String... more) {
    Cli cli = cli();
    String[] args =
        Stream.concat(Stream.of("show", "--config", sandbox.config()), Stream.of(more))
            .toArray(String[]::new);
    assertThat(cli.run(args)).as(cli.err()).isZero();
    return cli;
  }

  private static String digits(Cli cli) throws NotFoundException {
    return Raster.onPaper(cli.out().lines().toList()).find(BarcodeFormat.CODE_128);
  }

  @Test
  void show_started_twice_shows_the_same_code_and_asks_once() throws NotFoundException {
    String first = digits(shown());
    String second = digits(shown());

    assertThat(second).isEqualTo(first);
    assertThat(sandbox.digits()).hasSize(10);
  }

  @Test
  void another_customer_gets_codes_of_their_own() throws NotFoundException {
    String first = digits(shown());
    String other = digits(shown("--customer", "other"));

    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void codes_of_another_gateway_are_not_shown() throws Exception {
    String first = digits(shown());
    try (RunningSandbox other = RunningSandbox.start(time, directory.resolve("other"))) {
      Cli cli = cli();
      cli.run("show", "--config", other.config());

      assertThat(other.digits()).contains(digits(cli)).hasSize(10);
      assertThat(first).isEqualTo(sandbox.digits().get(0));
    }
  }

  @Test
  void nothing_that_is_kept_stands_there_in_clear() throws IOException {
    shown("--customer", "canary-customer");
    byte[] kept = Files.readAllBytes(directory.resolve("state/paycode/codes.mv.db"));

    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .contains("PAYCODE_SCHEDULE")
        .doesNotContain("canary-customer", sandbox.clientId(), sandbox.digits().get(0));
  }

  @Test
  void what_is_kept_is_its_owners_alone() throws IOException {
    shown();

    try (Stream<Path> files = Files.list(directory.resolve("state/paycode"))) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void in_memory_nothing_outlives_the_command() {
    shown("--store", "memory:");
    shown("--store", "memory:");

    assertThat(sandbox.digits()).hasSize(20);
    assertThat(directory.resolve("state")).doesNotExist();
  }

  @Test
  void the_sandbox_in_this_process_leaves_nothing_behind() {
    assertThat(cli().run("show")).isZero();

    assertThat(directory.resolve("state")).doesNotExist();
  }

  @Test
  void get_keeps_nothing() {
    assertThat(cli().run("get", "--config", sandbox.config())).isZero();

    assertThat(directory.resolve("state")).doesNotExist();
  }

  @Test
  void status_counts_and_shows_no_secret() {
    shown("--customer", "canary-customer");
    Cli cli = cli();

    assertThat(cli.run("store", "status")).as(cli.err()).isZero();

    assertThat(cli.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains("Holders: 1", "Unreadable: 0", "Purged: 0")
        .anyMatch(line -> line.startsWith("Store: h2:" + directory));
    assertThat(cli.out()).doesNotContain("canary", sandbox.digits().get(0));
  }

  @Test
  void status_is_json_for_programs() {
    shown();
    Cli cli = cli();

    cli.run("store", "status", "--format=json");

    assertThat(cli.out())
        .startsWith("{\"store\":\"h2:")
        .contains("\"holders\":1,", "\"unreadable\":0,", "\"purged\":0}");
  }

  @Test
  void looking_after_a_store_that_is_not_there_makes_none() {
    for (String command : new String[] {"store status", "store purge"}) {
      Cli cli = cli();
      assertThat(cli.run(command.split(" ", -1))).as(cli.err()).isZero();
    }
    Cli cli = cli();
    assertThat(cli.run("retire", "--config", sandbox.config())).as(cli.err()).isZero();

    assertThat(cli.out()).endsWith(": 0 codes" + System.lineSeparator());
    assertThat(directory.resolve("state")).doesNotExist();
  }

  @Test
  void a_purge_tells_how_much_it_removed() {
    shown();
    Cli cli = cli();

    assertThat(cli.run("store", "purge")).as(cli.err()).isZero();

    assertThat(cli.out()).startsWith("Purged from h2:").endsWith(": 0" + System.lineSeparator());
  }

  @Test
  void retired_codes_are_not_shown_again() throws NotFoundException {
    String first = digits(shown());
    Cli cli = cli();

    assertThat(cli.run("retire", "--config", sandbox.config())).as(cli.err()).isZero();

    assertThat(cli.out()).endsWith(": 10 codes" + System.lineSeparator());
    assertThat(digits(shown())).isNotEqualTo(first).isEqualTo(sandbox.digits().get(10));
  }

  @Test
  void one_code_is_retired_by_the_digits_that_the_user_has_seen() throws Exception {
    String first = digits(shown());
    String second = sandbox.digits().get(1);
    Cli cli = cli();

    cli.run("retire", "--config", sandbox.config(), "--ending", second.substring(18));
    time.asTimeAndChance().sleeper().sleep(Duration.ofSeconds(31));

    assertThat(cli.out()).endsWith(": 1 code" + System.lineSeparator());
    assertThat(digits(shown())).isEqualTo(first);
  }

  @Test
  void an_ending_that_fits_no_code_retires_nothing() {
    shown();
    Cli cli = cli();

    assertThat(cli.run("retire", "--config", sandbox.config(), "--ending", "00000000000000000000"))
        .isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).startsWith("paycode: none of the 10 kept codes ends so");
  }

  @Test
  void an_ending_of_three_digits_is_too_short() {
    shown();
    Cli cli = cli();

    assertThat(cli.run("retire", "--config", sandbox.config(), "--ending", "123"))
        .isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains("last 4 digits or more");
  }

  @Test
  void there_is_nothing_to_ask_of_a_store_in_memory() {
    Cli cli = cli();

    assertThat(cli.run("store", "status", "--store", "memory:")).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err().lines())
        .containsExactly(
            "paycode: a store in memory ends with its process, so there is nothing in it",
            "Name with --store the one that you mean.");
  }

  @Test
  void an_address_that_is_none_names_its_origin() {
    Cli cli = cli();

    assertThat(cli.run("store", "status", "--store", "mysql:x")).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains("a store begins with memory:, h2:", "from option --store");
  }

  @Test
  void postgresql_needs_keys_that_are_shared() {
    Cli cli = cli();

    assertThat(cli.run("store", "status", "--store", "jdbc:postgresql://localhost/wallet"))
        .isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains("needs keys", "'paycode store keys new FILE'");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.example/wallet?sslmode=disable, no 'sslmode' in it",
    "jdbc:postgresql://db.example/wallet/more, does not take the address"
  })
  void an_address_of_postgresql_that_cannot_be_used_is_said_to_be(String address, String problem) {
    StoreKeys.generate().writeNew(directory.resolve("store.keys"));
    Cli cli = cli();

    assertThat(
            cli.run(
                "store",
                "status",
                "--store=" + address,
                "--store-keys=" + directory.resolve("store.keys")))
        .isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains(problem, "Correct the setting store.");
  }

  @Test
  void a_database_that_is_not_there_does_not_answer() {
    StoreKeys.generate().writeNew(directory.resolve("store.keys"));
    Cli cli = cli().with("PAYCODE_STORE_PASSWORD", "canary");

    int exitCode =
        cli.run(
            "show",
            "--config",
            sandbox.config(),
            "--verbose",
            "--store=jdbc:postgresql://127.0.0.1:1/wallet",
            "--store-keys",
            directory.resolve("store.keys").toString());

    assertThat(exitCode).isEqualTo(ExitCode.GAVE_UP);
    assertThat(cli.err())
        .startsWith("paycode: the store 'jdbc:postgresql://127.0.0.1:1/wallet' does not answer")
        .doesNotContain("canary");
    assertThat(sandbox.digits()).isEmpty();
  }

  @Test
  void a_redis_that_is_not_there_does_not_answer() {
    StoreKeys.generate().writeNew(directory.resolve("store.keys"));
    Cli cli = cli().with("PAYCODE_STORE_PASSWORD", "canary");

    int exitCode =
        cli.run(
            "store",
            "status",
            "--verbose",
            "--store=redis://127.0.0.1:1",
            "--store-keys",
            directory.resolve("store.keys").toString());

    assertThat(exitCode).isEqualTo(ExitCode.GAVE_UP);
    assertThat(cli.err())
        .startsWith("paycode: the store 'redis://127.0.0.1:1' does not answer")
        .doesNotContain("canary");
  }

  @Test
  void a_redis_elsewhere_is_asked_over_tls_only() {
    StoreKeys.generate().writeNew(directory.resolve("store.keys"));
    Cli cli = cli();

    int exitCode =
        cli.run(
            "store",
            "status",
            "--store=redis://redis.example",
            "--store-keys",
            directory.resolve("store.keys").toString());

    assertThat(exitCode).isEqualTo(ExitCode.INVALID);
    assertThat(cli.err()).contains("rediss");
  }

  @Test
  void a_directory_that_may_not_be_written_to_is_named() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    Cli cli = cli();

    assertThat(
            cli.run("show", "--config", sandbox.config(), "--store", "h2:" + file.resolve("codes")))
        .isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(cli.err()).startsWith("paycode: the store 'h2:" + file).contains("cannot be made");
  }

  @Test
  void keys_are_made_and_rotated_step_by_step() {
    String file = directory.resolve("store.keys").toString();
    shown("--store", "h2:" + directory.resolve("codes"), "--store-keys", made(file));
    for (String step : new String[] {"add", "promote", "remove"}) {
      Cli cli = cli();
      assertThat(cli.run("store", "keys", step, file)).as(cli.err()).isZero();
    }

    Cli cli = cli();
    cli.run("store", "status", "--store", "h2:" + directory.resolve("codes"), "--store-keys", file);

    assertThat(cli.out()).contains("Unreadable:   1");
    assertThat(cli.err()).contains("sealed by a key that is not there");
  }

  private String made(String file) {
    Cli cli = cli();
    assertThat(cli.run("store", "keys", "new", file)).as(cli.err()).isZero();
    assertThat(cli.out()).matches("\\S+: StoreKeys\\[content=\\d+ \\(seals\\), lookup=\\d+]\\R");
    return file;
  }

  @Test
  void keys_that_exist_are_not_overwritten() {
    String file = made(directory.resolve("store.keys").toString());
    Cli cli = cli();

    assertThat(cli.run("store", "keys", "new", file)).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(cli.err()).contains("exists already and is not overwritten");
  }

  @Test
  void codes_that_are_lost_with_their_key_are_told_and_logged() throws IOException {
    String keys = directory.resolve("rotated.keys").toString();
    Path log = directory.resolve("log");
    cli().run("store", "keys", "new", keys);
    shown("--store-keys", keys);
    for (String step : new String[] {"add", "promote", "remove"}) {
      cli().run("store", "keys", step, keys);
    }

    Cli cli = shown("--store-keys", keys, "--log", log.toString());

    assertThat(cli.err()).contains("kept codes are dropped, sealed by a key that is not there");
    assertThat(Files.readAllLines(log))
        .allSatisfy(line -> JsonSchemas.assertValid("log", line))
        .anySatisfy(
            line -> assertThat(line).contains("\"event\":\"dropped\",\"reason\":\"UNKNOWN_KEY\""));
  }
}
