package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  private static final String NO_POSIX = "This file system has no POSIX permissions to check.";

  @TempDir private Path directory;

  @Test
  void a_file_that_is_not_there_is_named() {
    Path file = directory.resolve("nowhere.pem");
    assertThatThrownBy(() -> RsaKeys.readPrivate(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage("private key file '" + file + "' does not exist; check its path");
    assertThatThrownBy(() -> RsaKeys.readPublic(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage("public key file '" + file + "' does not exist; check its path");
  }

  @Test
  void a_directory_is_no_file() {
    assertThatThrownBy(() -> RsaKeys.readPrivate(directory))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage("private key file '" + directory + "' is a directory; name the file in it");
  }

  @Test
  void a_file_that_cannot_be_read_is_named() throws IOException {
    Path ring = directory.resolve("ring.pem");
    Files.createSymbolicLink(ring, ring);
    assertThatThrownBy(() -> RsaKeys.readPrivate(ring))
        .isInstanceOf(UnusableKeyException.class)
        .hasNoCause()
        .hasMessage(
            "private key file '"
                + ring
                + "' cannot be read; check its owner, its permissions and the links to it");
  }

  @Test
  void a_file_too_large_for_a_key_is_not_read_to_its_end() throws IOException {
    Path file = OwnerOnly.restrict(Files.write(directory.resolve("film.mp4"), new byte[65_537]));
    assertThatThrownBy(() -> RsaKeys.readPrivate(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "private key file '"
                + file
                + "' is larger than 65536 bytes, which no key is; check its path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rw-r-----",
        "rw----r--",
        "rw-r--r--",
        "rw--w----",
        "rw-----w-",
        "rwxrwxrwx",
        "rwx--x---"
      })
  void a_private_key_that_others_may_touch_is_refused_with_the_command_to_run(String permissions)
      throws IOException {
    assumeTrue(OwnerOnly.isKnownTo(directory), NO_POSIX);
    Path file = OwnerOnly.permit(privateKey("wallet.pem"), permissions);
    assertThatThrownBy(() -> RsaKeys.readPrivate(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "private key file '"
                + file
                + "' is open to group or others ("
                + permissions
                + "); run: chmod 600 "
                + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void a_private_key_that_only_its_owner_may_touch_is_read(String permissions) throws IOException {
    assumeTrue(OwnerOnly.isKnownTo(directory), NO_POSIX);
    Path file = OwnerOnly.permit(privateKey("wallet.pem"), permissions);
    assertThat(RsaKeys.readPrivate(file)).isEqualTo(Keys.OURS.getPrivate());
  }

  @Test
  void a_private_key_of_another_user_is_refused_with_the_command_to_run() throws IOException {
    assumeTrue(OwnerOnly.isKnownTo(directory), NO_POSIX);
    Path file = OwnerOnly.restrict(privateKey("wallet.pem"));
    assumeTrue(
        OwnerOnly.giveAway(file), "Only root can give a file to another user: nothing to refuse.");
    String user = System.getProperty("user.name");
    assertThatThrownBy(() -> RsaKeys.readPrivate(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage(
            "private key file '"
                + file
                + "' belongs to 'nobody', who can read and replace it, while this process runs as '"
                + user
                + "'; run: chown "
                + user
                + " "
                + file);
  }

  @Test
  void a_public_key_may_belong_to_another_user() throws IOException {
    assumeTrue(OwnerOnly.isKnownTo(directory), NO_POSIX);
    Path file =
        Files.writeString(
            directory.resolve("public.pem"), Keys.base64(Keys.OURS.getPublic().getEncoded()));
    assumeTrue(
        OwnerOnly.giveAway(file), "Only root can give a file to another user: nothing to read.");
    assertThat(RsaKeys.readPublic(file)).isEqualTo(Keys.OURS.getPublic());
  }

  @Test
  void the_command_quotes_what_a_shell_would_read_otherwise() throws IOException {
    assumeTrue(OwnerOnly.isKnownTo(directory), NO_POSIX);
    Path file = OwnerOnly.permit(privateKey("Mika's key; rm.pem"), "rw-r--r--");
    assertThatThrownBy(() -> RsaKeys.readPrivate(file))
        .hasMessageEndingWith("run: chmod 600 '" + directory + "/Mika'\\''s key; rm.pem'");
  }

  @Test
  void behind_a_link_the_permissions_of_the_file_itself_count() throws IOException {
    assumeTrue(OwnerOnly.isKnownTo(directory), NO_POSIX);
    Path file = OwnerOnly.restrict(privateKey("secret.pem"));
    Path link = Files.createSymbolicLink(directory.resolve("link.pem"), file);
    assertThat(RsaKeys.readPrivate(link)).isEqualTo(Keys.OURS.getPrivate());
    OwnerOnly.permit(file, "rw-r--r--");
    assertThatThrownBy(() -> RsaKeys.readPrivate(link)).hasMessageContaining("rw-r--r--");
  }

  @Test
  void a_public_key_may_be_open_to_everybody() throws IOException {
    assumeTrue(OwnerOnly.isKnownTo(directory), NO_POSIX);
    Path file =
        Files.writeString(
            directory.resolve("public.pem"), Keys.base64(Keys.OURS.getPublic().getEncoded()));
    OwnerOnly.permit(file, "rw-rw-rw-");
    assertThat(RsaKeys.readPublic(file)).isEqualTo(Keys.OURS.getPublic());
  }

  private Path privateKey(String name) throws IOException {
    return Files.write(
        directory.resolve(name),
        Keys.pem("PRIVATE KEY", Keys.OURS.getPrivate().getEncoded())
            .getBytes(StandardCharsets.US_ASCII));
  }
}
