package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  private static final HandMovedTime TIME = new HandMovedTime();

  @TempDir private static Path directory;
  private static ServerSocketChannel gateway;
  private static Path config;

  private final Cli cli = Cli.withoutTerminal(TIME);

  @BeforeAll
  static void startGateway() throws IOException, GeneralSecurityException {
    gateway = ServerSocketChannel.open();
    gateway.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    gateway.configureBlocking(false);
    try (RunningSandbox sandbox = RunningSandbox.start(TIME, directory)) {
      config = Path.of(sandbox.config());
      Files.writeString(config, Files.readString(config).replace(sandbox.uri(), uri()));
    }
    writeUnusableKeys();
  }

  private static String uri() {
    return "http://127.0.0.1:" + gateway.socket().getLocalPort();
  }

  @AfterAll
  static void stopGateway() throws IOException {
    gateway.close();
  }

  /** A connection stays in the queue until it is accepted, whatever became of its client. */
  @AfterEach
  void nothingWasSent() throws IOException {
    try (SocketChannel connection = gateway.accept()) {
      assertThat(connection).as("a connection to the gateway").isNull();
    }
  }

  static Stream<Arguments> values() {
    String quantity = "is not a whole number from 1 to 10";
    return Stream.of(
        arguments("--quantity=0", "'0' " + quantity),
        arguments("--quantity=11", "'11' " + quantity),
        arguments("--quantity=x", "'x' " + quantity),
        arguments("--quantity=", "'' " + quantity),
        arguments("--region=JPN", "region 'JPN' is not a country code; use two capital letters"),
        arguments("--region=zz", "region 'zz' is not a country code; use two capital letters"),
        arguments("--region=jp", "region 'jp' is not a country code; write it in capitals: JP"),
        arguments(
            "--customer=" + "c".repeat(65), "customerId has 65 characters; it must have 1 to 64"),
        arguments("--customer=", "customerId is blank; it must have 1 to 64 characters"),
        arguments("--customer=a\u0007b", "customerId contains the character U+0007"),
        arguments("--customer=a\nb", "customerId contains the character U+000A"),
        arguments("--device=", "deviceTokenId is blank"),
        arguments("--gateway=http://example.com", "'http://example.com' is not encrypted"),
        arguments("--gateway=https://example.com/path", "has a path"),
        arguments("--gateway=example.com", "names no scheme or no host"),
        arguments("--client-id=a b", "client id 'a b' is not 1 to 128 visible ASCII characters"),
        arguments("--key-version=?", "key version '?' is not 1 to 16 letters and digits"),
        arguments("--format=xml", "'xml' is not one of text, json"),
        arguments("--no-such-option", "unknown option '--no-such-option'"),
        arguments("no-such-argument", "unexpected argument 'no-such-argument'"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_that_is_not_allowed_is_named_in_two_lines_with_exit_code_2(
      String argument, String problem) {
    int exitCode = cli.run("get", "--config", config.toString(), argument);

    assertThat(line(0)).contains(problem);
    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  @ParameterizedTest
  @MethodSource("values")
  void show_refuses_the_same_values(String argument, String problem) {
    String own = argument.replace("--format=xml", "--once=xml");

    int exitCode = cli.run("show", "--config", config.toString(), own);

    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  static Stream<Arguments> keys() {
    String swapped = "Perhaps the two files are swapped";
    String bits = "is an RSA key of 1024 bits, but it must have 2048 to 8192";
    String better = "Use an RSA key of 2048 bits";
    return Stream.of(
        arguments("--private-key", "missing.pem", "does not exist", "Check its path"),
        arguments(
            "--private-key",
            "no-key.pem",
            "holds no key where a private key is due",
            "It must be RSA in PEM, Base64 or DER"),
        arguments(
            "--private-key",
            "mpp-public-key.pem",
            "holds a public key where a private key is due",
            swapped),
        arguments("--private-key", "small-private-key.pem", bits, better),
        arguments("--private-key", ".", "is a directory", "Name the file in it"),
        arguments(
            "--private-key",
            "open.pem",
            "is open to group or others (rw-r--r--)",
            "Run: chmod 600 " + directory.resolve("open.pem")),
        arguments(
            "--private-key",
            "encrypted.pem",
            "holds an encrypted private key where a private key is due",
            "(umask 077; openssl pkey -in OLD -out NEW)"),
        arguments("--private-key", "two; keys.pem", "does not exist", "Check its path"),
        arguments("--alipay-public-key", "missing.pem", "does not exist", "Check its path"),
        arguments(
            "--alipay-public-key",
            "no-key.pem",
            "holds no key where a public key is due",
            "It must be RSA in PEM, Base64 or DER"),
        arguments(
            "--alipay-public-key",
            "mpp-private-key.pem",
            "holds a private key where a public key is due",
            swapped),
        arguments("--alipay-public-key", "small-public-key.pem", bits, better));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_key_that_cannot_be_used_is_named_in_two_lines_with_exit_code_6(
      String option, String file, String problem, String advice) {
    int exitCode = cli.run("get", "--config", config.toString(), option, file(file));

    String what = option.equals("--private-key") ? "private" : "public";
    assertThat(line(0)).isEqualTo("paycode: " + what + " key file '" + file(file) + "' " + problem);
    assertThat(line(1)).contains(advice);
    assertTwoLinesAnd(exitCode, ExitCode.MISCONFIGURED);
  }

  @Test
  void the_public_half_of_the_own_key_is_refused_as_alipay_pluss() {
    int exitCode =
        cli.run(
            "get",
            "--config",
            config.toString(),
            "--alipay-public-key",
            file("mpp-public-key.pem"));

    assertThat(line(0)).endsWith("is the public half of the wallet's own private key");
    assertThat(line(1)).startsWith("Download Alipay+'s public key");
    assertTwoLinesAnd(exitCode, ExitCode.MISCONFIGURED);
  }

  private static String file(String name) {
    return directory.resolve(name).toString();
  }

  private String line(int index) {
    return cli.err().lines().toList().get(index);
  }

  private static void writeUnusableKeys() throws IOException, GeneralSecurityException {
    write("no-key.pem", "this is no key\n");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    var small = generator.generateKeyPair();
    write("small-private-key.pem", pem("PRIVATE KEY", small.getPrivate().getEncoded()));
    write("small-public-key.pem", pem("PUBLIC KEY", small.getPublic().getEncoded()));
    write("encrypted.pem", pem("ENCRYPTED PRIVATE KEY", encrypted(small.getPrivate())));
    Files.copy(directory.resolve("mpp-private-key.pem"), directory.resolve("open.pem"));
    Files.setPosixFilePermissions(
        directory.resolve("open.pem"), PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static byte[] encrypted(PrivateKey key) throws GeneralSecurityException, IOException {
    SecretKey password =
        SecretKeyFactory.getInstance("PBEWithSHA1AndDESede")
            .generateSecret(new PBEKeySpec("password".toCharArray()));
    Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
    cipher.init(Cipher.ENCRYPT_MODE, password);
    return new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(key.getEncoded()))
        .getEncoded();
  }

  private static void write(String name, String content) throws IOException {
    Path file = Files.writeString(directory.resolve(name), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der));
  }

  static Stream<Arguments> configs() {
    return Stream.of(
        arguments(
            "gatewayy=x\n",
            "has the unknown key 'gatewayy'",
            "Did you mean gateway? Allowed are: gateway, allowedHosts"),
        arguments(
            "gateway=https://example.com\n",
            "missing: clientId (--client-id), privateKey (--private-key), alipayPublicKey"
                + " (--alipay-public-key)",
            "--config"),
        arguments(
            "gateway=http://example.com\nclientId=c\nprivateKey=p\nalipayPublicKey=a\n",
            "'http://example.com' is not encrypted",
            "Correct the setting gateway (--gateway), which is from file "),
        arguments("gateway=\\u12\n", "has an escape that is none", "Write a backslash as two"),
        arguments("# " + "x".repeat(65_536), "is larger than 65536 bytes", "one setting on a line"),
        arguments(
            "privateKey=a\\u0000b\n",
            "'a?b' is not the path of a file: Nul character not allowed",
            "Correct the key privateKey of the config file"),
        arguments(
            "gateway=\nclientId= \nprivateKey=\nalipayPublicKey=a\nkeyVersion=\n",
            "missing: gateway (--gateway), clientId (--client-id), privateKey (--private-key)",
            "--config"));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void a_config_that_is_not_allowed_is_named_in_two_lines_with_exit_code_2(
      String content, String problem, String advice) throws IOException {
    Path file = Files.writeString(directory.resolve("own.properties"), content);

    int exitCode = cli.run("get", "--config", file.toString());

    assertThat(line(0)).contains(problem);
    assertThat(line(1)).contains(advice);
    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  @Test
  void a_config_that_is_not_utf_8_is_named() throws IOException {
    Path file = Files.write(directory.resolve("latin.properties"), new byte[] {'a', (byte) 0xe4});

    assertConfigIsNamed(file, "is not text in UTF-8", "Save it in UTF-8.");
  }

  @Test
  void a_directory_as_config_is_named() {
    assertConfigIsNamed(directory, "is a directory", "Check the path");
  }

  @Test
  void a_config_that_may_not_be_read_is_named() throws IOException {
    Path file = Files.writeString(directory.resolve("closed.properties"), "keyVersion=1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assumeThat(Files.isReadable(file)).as("this user may read every file").isFalse();

    assertConfigIsNamed(file, "may not be read by you", "Check the path");
  }

  private void assertConfigIsNamed(Path file, String problem, String advice) {
    int exitCode = cli.run("get", "--config", file.toString());

    assertThat(line(0)).isEqualTo("paycode: the config file '" + file + "' " + problem);
    assertThat(line(1)).startsWith(advice);
    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  @Test
  void a_missing_config_is_named() {
    int exitCode = cli.run("get", "--config", file("missing.properties"));

    assertThat(cli.err()).contains("missing.properties' does not exist");
    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  @Test
  void an_option_without_a_value_is_missing() {
    int exitCode = cli.run("get", "--config", config.toString(), "--client-id=", "--gateway= ");

    assertThat(line(0)).endsWith("missing: gateway (--gateway), clientId (--client-id)");
    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  @Test
  void an_option_that_is_no_path_is_named() {
    int exitCode = cli.run("get", "--config", config.toString(), "--private-key=a\0b");

    assertThat(line(0)).contains("'a?b' is not the path of a file");
    assertThat(line(1))
        .isEqualTo(
            "Correct the setting privateKey (--private-key), which is from option --private-key.");
    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  @Test
  void a_trust_store_that_is_missing_is_named_with_exit_code_6() {
    int exitCode =
        cli.run("get", "--config", config.toString(), "--trust-store", file("no-such.pem"));

    assertThat(line(0)).endsWith("the trust store '" + file("no-such.pem") + "' cannot be read");
    assertThat(line(1)).contains("trustStore (--trust-store)");
    assertTwoLinesAnd(exitCode, ExitCode.MISCONFIGURED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ask Mika\n",
        "-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----\n"
      })
  void a_trust_store_without_a_certificate_is_named_with_exit_code_6(String content)
      throws IOException {
    Path file = Files.writeString(directory.resolve("empty.pem"), content);

    int exitCode = cli.run("get", "--config", config.toString(), "--trust-store", file.toString());

    assertThat(line(0)).endsWith("the trust store '" + file + "' holds no certificate in PEM");
    assertThat(line(1)).contains("the gateway's issuer in PEM");
    assertTwoLinesAnd(exitCode, ExitCode.MISCONFIGURED);
  }

  @Test
  void options_that_do_not_suffice_say_what_is_missing() {
    int exitCode = cli.run("get", "--gateway", uri());

    assertThat(cli.err()).contains("clientId (--client-id)").doesNotContain("keyVersion");
    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  @Test
  void a_port_in_use_is_named_with_exit_code_6() {
    String port = uri().substring(uri().lastIndexOf(':') + 1);

    int exitCode = cli.run("sandbox", "--port", port, "--keys", directory.toString());

    assertThat(cli.err()).contains("port " + port + " cannot be used");
    assertTwoLinesAnd(exitCode, ExitCode.MISCONFIGURED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "x"})
  void a_port_that_is_none_is_named_with_exit_code_2(String port) {
    int exitCode = cli.run("sandbox", "--port", port, "--keys", directory.toString());

    assertThat(cli.err()).contains(port);
    assertTwoLinesAnd(exitCode, ExitCode.INVALID);
  }

  @Test
  void no_command_is_wrong_usage() {
    assertTwoLinesAnd(cli.run(), ExitCode.INVALID);
  }

  @Test
  void verbose_adds_the_stack_trace() {
    cli.run("get", "--verbose", "--config", config.toString(), "--quantity", "0");

    assertThat(cli.err()).contains("\tat dev.paycode.cli.");
  }

  private void assertTwoLinesAnd(int exitCode, int expected) {
    assertThat(exitCode).isEqualTo(expected);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err().lines()).hasSize(2).first().asString().startsWith("paycode: ");
    assertThat(cli.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
