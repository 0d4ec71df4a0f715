package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.paycode.signing.RsaKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {

  private final Cli cli = Cli.withoutTerminal(new HandMovedTime());

  @TempDir private Path directory;

  private int generate(String... more) {
    String[] args = new String[4 + more.length];
    System.arraycopy(
        new String[] {"keys", "generate", "--out", directory.resolve("own").toString()},
        0,
        args,
        0,
        4);
    System.arraycopy(more, 0, args, 4, more.length);
    return cli.run(args);
  }

  private Path privateKey() {
    return directory.resolve("own/mpp-private-key.pem");
  }

  private Path publicKey() {
    return directory.resolve("own/mpp-public-key.pem");
  }

  private Path passwordFile(String password) throws IOException {
    return Files.setPosixFilePermissions(
        Files.writeString(directory.resolve("password"), password),
        PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_new_pair_is_written_and_its_public_half_printed() throws IOException {
    assertThat(generate()).isEqualTo(ExitCode.OBTAINED);

    String console = cli.out().lines().skip(3).findFirst().orElseThrow();
    assertThat(RsaKeys.parsePublic(console)).isEqualTo(RsaKeys.readPublic(publicKey()));
    assertThat(cli.out()).contains("Paste this line into the developer console:");
    assertThat(cli.err()).isEmpty();
    cli.run("keys", "inspect", privateKey().toString(), publicKey().toString());
    assertThat(cli.out()).contains("The two are a pair.");
  }

  @Test
  void nobody_else_can_read_the_private_key_and_nothing_of_it_is_printed() throws IOException {
    generate();
    cli.run("keys", "inspect", privateKey().toString());

    assertThat(permissions(privateKey())).isEqualTo("rw-------");
    assertThat(permissions(privateKey().getParent())).isEqualTo("rwx------");
    assertThat(Files.readAllLines(privateKey()))
        .filteredOn(line -> !line.startsWith("-----"))
        .allSatisfy(line -> assertThat(cli.out() + cli.err()).doesNotContain(line));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpp-private-key.pem", "mpp-public-key.pem"})
  void a_file_that_exists_is_left_alone(String name) throws IOException {
    Path file = directory.resolve("own").resolve(name);
    Files.createDirectory(directory.resolve("own"));
    Files.writeString(file, "precious");

    assertThat(generate()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(cli.err().lines())
        .containsExactly(
            "paycode: '" + file + "' exists already",
            "Move it away, or name another directory with --out.");
    assertThat(directory.resolve("own")).isDirectoryContaining(file::equals);
    assertThat(file).hasContent("precious");
  }

  @Test
  void a_directory_that_cannot_be_written_is_named() throws IOException {
    Files.createFile(directory.resolve("own"));

    assertThat(generate()).isEqualTo(ExitCode.MISCONFIGURED);

    assertThat(cli.err().lines()).hasSize(2).first().asString().contains("own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1024", "2049", "0", "x"})
  void a_length_that_is_not_allowed_is_named(String bits) {
    assertThat(generate("--bits", bits)).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err().lines()).hasSize(2).first().asString().contains(bits);
    assertThat(privateKey()).doesNotExist();
  }

  @Test
  void a_password_from_a_file_encrypts_the_key() throws IOException {
    String file = passwordFile("from a file").toString();
    assertThat(generate("--password-file", file)).isEqualTo(ExitCode.OBTAINED);

    assertThat(Files.readString(privateKey())).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    int exitCode =
        cli.run(
            "keys",
            "inspect",
            "--password-file",
            file,
            privateKey().toString(),
            publicKey().toString());
    assertThat(exitCode).isEqualTo(ExitCode.OBTAINED);
    assertThat(cli.out()).contains("an encrypted private key").contains("The two are a pair.");
    assertThat(cli.out() + cli.err()).doesNotContain("from a file");
  }

  @Test
  void a_password_typed_twice_encrypts_the_key() {
    cli.typing("typed", "typed");
    assertThat(generate("--password")).isEqualTo(ExitCode.OBTAINED);

    assertThatCode(() -> RsaKeys.readPrivate(privateKey(), "typed".toCharArray()))
        .doesNotThrowAnyException();
  }

  @Test
  void passwords_that_differ_or_are_empty_or_cannot_be_typed_are_refused() {
    cli.typing("one", "another");
    assertThat(generate("--password")).isEqualTo(ExitCode.INVALID);
    cli.typing("");
    assertThat(generate("--password")).isEqualTo(ExitCode.INVALID);
    assertThat(generate("--password")).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err())
        .contains("the two passwords differ", "the password is empty", "there is no terminal");
    assertThat(cli.err()).doesNotContain("another");
    assertThat(privateKey()).doesNotExist();
  }

  @Test
  void a_password_cannot_be_an_argument() {
    assertThat(generate("--password=secret")).isEqualTo(ExitCode.INVALID);

    assertThat(privateKey()).doesNotExist();
  }

  @Test
  void two_keys_that_are_no_pair_are_told_with_exit_code_6() {
    generate();
    String half = publicKey().toString();

    assertThat(cli.run("keys", "inspect", half, half)).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err()).contains("the two are no pair: they are the same half of one");
  }

  @Test
  void a_file_without_a_key_is_named_with_exit_code_6() throws IOException {
    Path file = Files.writeString(directory.resolve("note"), "ask Mika");

    assertThat(cli.run("keys", "inspect", file.toString())).isEqualTo(ExitCode.MISCONFIGURED);
    assertThat(cli.err().lines()).hasSize(2).first().asString().contains("holds no key");
  }

  @Test
  void keys_alone_is_wrong_usage() {
    assertThat(cli.run("keys")).isEqualTo(ExitCode.INVALID);
    assertThat(cli.err()).contains("no command is given; there are generate, inspect");
  }
}
