package dev.paycode.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignedContent;
import dev.paycode.signing.RsaKeyPair;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaProvider;
import dev.paycode.signing.RsaSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignAndVerifyTest {

  private static final String PATH = "/aps/api/v1/codes/getPaymentCode";
  private static final String CLIENT = "SANDBOX_5X00000000000000";
  private static final String TIME = "2024-06-01T12:00:00+00:00";
  private static final String CODE = "281006020000000000125733";
  private static final String BODY = "{\"paymentCode\":\"" + CODE + "\",\"name\":\"値\"}";
  private static final RsaKeyPair ALIPAY_PLUS = RsaKeyPair.generate(2048);
  private static final RsaKeyPair OWN = RsaKeyPair.generate(2048);

  private final Cli cli = Cli.withoutTerminal(new HandMovedTime());

  @TempDir private Path directory;

  @BeforeEach
  void writeKeys() throws IOException {
    write("own.pem", OWN.privatePem());
    write("alipay.pem", ALIPAY_PLUS.publicPem());
  }

  private String write(String name, String content) throws IOException {
    Path file = Files.writeString(directory.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"))
        .toString();
  }

  private int sign(String body, String... more) {
    cli.reading(body.getBytes(UTF_8));
    return cli.run(
        concat(more, "sign", "-", "--client-id", CLIENT, "--private-key", directory + "/own.pem"));
  }

  private int verify(String body, String time, String signature, String... more) {
    cli.reading(body.getBytes(UTF_8));
    return cli.run(
        concat(
            more,
            "verify",
            "-",
            "--client-id=" + CLIENT,
            "--alipay-public-key=" + directory + "/alipay.pem",
            "--time=" + time,
            "--signature=" + signature));
  }

  private static String[] concat(String[] more, String... first) {
    List<String> all = new ArrayList<>(Arrays.asList(first));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  private static String signed(RsaKeyPair pair, String path, String time, String body) {
    return RsaSigner.of(RsaKeys.parsePrivate(pair.privatePem()), KeyVersion.FIRST)
        .sign(SignedContent.of(path, ClientId.parse(CLIENT), time, body.getBytes(UTF_8)))
        .print();
  }

  private static String signed(String body) {
    return signed(ALIPAY_PLUS, PATH, TIME, body);
  }

  @Test
  void sign_shows_the_exact_text_its_hash_and_the_headers() {
    assertThat(sign("{\"region\": \"JP\"}\r\n\tend ", "--key-version", "7"))
        .isEqualTo(ExitCode.OBTAINED);

    assertThat(cli.out().lines())
        .startsWith(
            "Signed text, 112 bytes of UTF-8; ␊ is a line feed, ␃ the end:",
            "  POST /aps/api/v1/codes/getPaymentCode␊",
            "  SANDBOX_5X00000000000000.2024-06-01T12:00:00+00:00.{\"region\": \"JP\"}␍␊",
            "  ␉end ␃")
        .contains("Client-Id: " + CLIENT, "Request-Time: " + TIME)
        .anyMatch(line -> line.matches("SHA-256: [0-9a-f]{64}"))
        .anyMatch(line -> line.startsWith("Signature: algorithm=RSA256,keyVersion=7,signature="));
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void the_provider_is_named_on_stderr_to_those_who_want_to_know() {
    String fastest = RsaProvider.fastest().name();

    assertThat(sign(BODY, "--verbose")).isEqualTo(ExitCode.OBTAINED);
    assertThat(verify(BODY, TIME, signed(BODY), "--verbose")).isEqualTo(ExitCode.OBTAINED);
    assertThat(cli.err().lines())
        .containsExactly(
            "The provider " + fastest + " signed.", "The provider " + fastest + " verified.");
  }

  @Test
  void the_provider_is_a_field_for_scripts() {
    String field = "\"provider\":\"" + RsaProvider.fastest().name() + "\"";

    sign(BODY, "--format=json");
    assertThat(cli.out()).contains(field);

    verify(BODY, TIME, signed(BODY), "--format=json");
    assertThat(cli.out()).contains(field);
  }

  @Test
  void what_sign_prints_is_the_one_signature_of_that_text() {
    sign(BODY, "--time", "2024-06-01T20:00:00+08:00", "--path", "/other");

    assertThat(cli.out())
        .contains("Signature: " + signed(OWN, "/other", "2024-06-01T20:00:00+08:00", BODY));
  }

  @Test
  void a_body_can_come_from_a_file_and_the_rest_from_a_config() throws IOException {
    String body = write("body.json", BODY);
    String config =
        write("client.properties", "clientId=" + CLIENT + "\nprivateKey=own.pem\nkeyVersion=1\n");

    assertThat(cli.run("sign", body, "--config", config)).isEqualTo(ExitCode.OBTAINED);

    assertThat(cli.out()).contains("Signature: " + signed(OWN, PATH, TIME, BODY));
  }

  @Test
  void an_encrypted_key_signs_with_its_password() throws IOException {
    write("own.pem", OWN.privatePem("secret".toCharArray()));

    assertThat(sign(BODY)).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(sign(BODY, "--password-file", write("password", "secret\n")))
        .isEqualTo(ExitCode.OBTAINED);
    cli.typing("wrong");
    assertThat(sign(BODY, "--password")).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err()).contains("does not open with this password").doesNotContain("wrong");
    assertThat(cli.out()).contains("Signature: " + signed(OWN, PATH, TIME, BODY));
  }

  @Test
  void verify_says_yes_and_masks_what_may_be_a_payment_code() {
    assertThat(verify(BODY, TIME, signed(BODY))).isEqualTo(ExitCode.OBTAINED);

    assertThat(cli.out())
        .contains("Verified, key version 1.", "\"********************5733\"", "値")
        .doesNotContain(CODE);
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void reveal_shows_it_in_full() {
    verify(BODY, TIME, signed(BODY), "--reveal");

    assertThat(cli.out()).contains(CODE);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        changed("a line feed is missing at the end of the body", body -> body + "\n", body -> body),
        changed(
            "the body has white space around it that was not signed",
            body -> body,
            body -> body + "\n"),
        changed(
            "the line ends of the body were changed from LF to CR LF",
            body -> "\n" + body + "\n",
            body -> "\r\n" + body + "\r\n"),
        changed(
            "the line ends of the body were changed from CR LF to LF",
            body -> "\r\n" + body + "\r\n",
            body -> "\n" + body + "\n"),
        changed(
            "the body begins with a byte order mark that was not signed",
            body -> body,
            body -> "\uFEFF" + body),
        changed("the byte order mark of the body was lost", body -> "\uFEFF" + body, body -> body),
        changed(
            "the body was written anew: compact JSON was signed; keep the bytes as they came",
            body -> body,
            body -> body.replace(",", ",\n  ").replace(":", " : ")));
  }

  private static Arguments changed(
      String meaning, UnaryOperator<String> sent, UnaryOperator<String> received) {
    return arguments(meaning, sent.apply(BODY), received.apply(BODY));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_changed_body_is_found(String meaning, String sent, String received) {
    assertCause(verify(received, TIME, signed(sent)), meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-06-01T12:00:00+08:00",
        "2024-06-01T20:00:00+08:00",
        "2024-06-01T12:00:00Z",
        "1717243200000",
        "2024-06-01T12:00:07+00:00",
        "2024-06-01T11:55:00+00:00"
      })
  void a_time_of_another_form_or_moment_is_found(String signedTime) {
    int exitCode =
        verify(
            BODY,
            signedTime.endsWith("12:00:00+08:00") ? "2024-06-01T04:00:00Z" : TIME,
            signed(ALIPAY_PLUS, PATH, signedTime, BODY));
    assertCause(exitCode, "the time is another one: " + signedTime + " was signed");
  }

  @Test
  void another_path_is_found() {
    assertCause(
        verify(BODY, TIME, signed(BODY), "--path", PATH + "/?x=1"),
        "the path is another one: " + PATH + " was signed");
  }

  @Test
  void another_key_version_is_found() throws IOException {
    write("alipay.pem", "1=" + OWN.publicBase64() + "\n2=" + ALIPAY_PLUS.publicBase64() + "\n");

    assertCause(
        verify(BODY, TIME, signed(BODY)),
        "the header names another key version than the key that signed");
    assertCause(
        verify(BODY, TIME, signed(BODY).replace("keyVersion=1", "keyVersion=3")),
        "the header names another key version than the key that signed");
  }

  @Test
  void the_wallets_own_key_is_found() {
    assertCause(
        verify(BODY, TIME, signed(OWN, PATH, TIME, BODY), "--private-key", directory + "/own.pem"),
        "the wallet's own key signed it, not Alipay+");
  }

  static Stream<Arguments> encodings() {
    String good = signed(BODY);
    String raw = good.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
    String bare = good.substring(good.indexOf("signature=") + "signature=".length());
    return Stream.of(
        arguments("the header's name stands before its value", "Signature: signature=" + bare),
        arguments("the value is the bare signature, without signature=", bare),
        arguments(
            "the signature is broken into lines",
            new StringBuilder(raw).insert(raw.length() - 100, "\n").toString()),
        arguments("the signature is URL-encoded twice", good.replace("%", "%25")),
        arguments("the header is in quotes", "'" + good + "'"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void an_encoding_that_is_wrong_is_found(String meaning, String header) {
    assertCause(verify(BODY, TIME, header), meaning);
  }

  /** Not every signature has such signs, so one is looked for that has. */
  @ParameterizedTest
  @ValueSource(strings = {"%2B", "%2B%2B"})
  void signs_that_were_turned_into_blanks_are_found(String signs) {
    String body =
        IntStream.iterate(0, i -> i + 1)
            .mapToObj(i -> "{\"i\":\"" + i + "\"}")
            .filter(candidate -> signed(candidate).contains(signs))
            .findFirst()
            .orElseThrow();
    String blanks = signed(body).replace("%2B", " ").replace("%2F", "/").replace("%3D", "=");

    assertCause(verify(body, TIME, blanks), "each + of the signature was turned into a blank");
  }

  private void assertCause(int exitCode, String meaning) {
    assertThat(exitCode).isEqualTo(ExitCode.UNTRUSTED);
    assertThat(cli.out().lines()).anyMatch(line -> line.startsWith("Likely cause: " + meaning));
    assertThat(cli.err())
        .contains(
            "paycode: the signature does not verify\n"
                + "With one change it does: see the likely cause above.");
    assertThat(cli.out()).doesNotContain(CODE).doesNotContain("Verified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "signature=", "a=b,a=b"})
  void a_header_that_cannot_be_read_is_said_to_be_the_trouble(String header) {
    assertThat(verify(BODY, TIME, header)).isEqualTo(ExitCode.UNTRUSTED);

    assertThat(cli.out()).doesNotContain("Likely cause");
    assertThat(cli.err().lines())
        .containsExactly(
            "paycode: the header Signature cannot be read",
            "Give it exactly as received, such as 'algorithm=RSA256, keyVersion=1, signature=…' with"
                + " URL-encoded Base64.");
  }

  @Test
  void where_nothing_explains_it_that_is_said() {
    String header = "signature=" + "A".repeat(342) + "==";

    assertThat(verify(BODY, TIME, header)).isEqualTo(ExitCode.UNTRUSTED);

    assertThat(cli.out()).doesNotContain("Likely cause");
    assertThat(cli.err().lines())
        .hasSize(2)
        .element(1)
        .asString()
        .startsWith("None of the usual causes explains it");
  }

  @Test
  void a_terminal_obeys_nothing_in_a_body() {
    verify("\u001b[2J\u202eok\u00a0\u2028", TIME, signed(BODY));

    assertThat(cli.out()).contains("<U+001B>[2J<U+202E>ok<U+00A0><U+2028>␃");
  }

  static Stream<Arguments> wrongInput() {
    return Stream.of(
        arguments("--path=a b", "is not 1 to 256 visible ASCII characters"),
        arguments("--key-version=?", "key version '?' is not"),
        arguments("--time=", "is not 1 to 256 visible ASCII characters"),
        arguments("--config=missing.properties", "missing.properties' does not exist"));
  }

  @ParameterizedTest
  @MethodSource("wrongInput")
  void input_that_is_not_allowed_is_named_with_exit_code_2(String argument, String problem) {
    assertThat(sign(BODY, argument)).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains(problem);
    assertThat(cli.err().lines()).hasSize(2);
  }

  @Test
  void a_client_id_that_is_not_allowed_is_named_with_exit_code_2() {
    assertThat(cli.run("sign", "-", "--client-id=a b")).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err()).contains("client id 'a b' is not").contains("clientId (--client-id)");
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(cli.run("sign", "-")).isEqualTo(ExitCode.INVALID);
    assertThat(cli.err()).contains("missing: clientId (--client-id)");
    assertThat(cli.run("sign", "-", "--client-id=c")).isEqualTo(ExitCode.INVALID);
    assertThat(cli.err()).contains("missing: privateKey (--private-key)");
    assertThat(cli.run("sign", directory + "/missing", "--private-key=x", "--client-id=c"))
        .isEqualTo(ExitCode.INVALID);
    assertThat(cli.err()).contains("missing' cannot be read");
    assertThat(cli.run("verify", "-")).isEqualTo(ExitCode.INVALID);
    assertThat(cli.err()).contains("'--time=TEXT', '--signature=TEXT'");
  }
}
