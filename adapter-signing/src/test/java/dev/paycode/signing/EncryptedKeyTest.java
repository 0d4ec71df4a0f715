package dev.paycode.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys under a password: encrypted PKCS#8, and PKCS#12. */
class EncryptedKeyTest {

  private static final PrivateKey KEY = Keys.OURS.getPrivate();
  private static final String PASSWORD = "pässword 1";
  private static final String PEM = EncryptedKeys.pem(KEY, PASSWORD);

  @TempDir private Path directory;

  @Test
  void it_opens_with_its_password_from_a_file_or_a_text() throws Exception {
    assertThat(RsaKeys.parsePrivate(PEM, PASSWORD.toCharArray())).isEqualTo(KEY);
    assertThat(RsaKeys.readPrivate(file(PEM.getBytes(UTF_8)), PASSWORD.toCharArray()))
        .isEqualTo(KEY);
    assertThat(RsaKeys.readPrivate(file(EncryptedKeys.der(KEY, PASSWORD)), PASSWORD.toCharArray()))
        .isEqualTo(KEY);
  }

  @Test
  void the_password_stays_as_it_was() {
    char[] password = PASSWORD.toCharArray();
    RsaKeys.parsePrivate(PEM, password);
    assertThat(password).isEqualTo(PASSWORD.toCharArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Pässword 1", "pässword 1 ", "another"})
  void a_wrong_password_is_named(String wrong) throws Exception {
    Path file = file(PEM.getBytes(UTF_8));
    assertRefused(
        () -> RsaKeys.readPrivate(file, wrong.toCharArray()),
        "private key file '"
            + file
            + "' does not open with this password; correct it, or copy the file again if it may be"
            + " damaged");
  }

  @Test
  void a_password_for_a_key_that_is_not_encrypted_is_refused() {
    assertRefused(
        () -> RsaKeys.parsePrivate(Keys.base64(KEY.getEncoded()), PASSWORD.toCharArray()),
        "private key text is not encrypted, but a password was given; leave the password out, or"
            + " encrypt the key");
  }

  @Test
  void a_public_key_does_not_open_with_a_password() {
    assertRefused(
        () ->
            RsaKeys.parsePrivate(
                Keys.base64(Keys.OURS.getPublic().getEncoded()), PASSWORD.toCharArray()),
        "private key text holds a public key where a private key is due; perhaps the two files are"
            + " swapped");
  }

  @Test
  void an_encrypted_key_of_another_algorithm_is_refused() {
    assertRefused(
        () ->
            RsaKeys.parsePrivate(
                EncryptedKeys.pem(Keys.ec().getPrivate(), PASSWORD), PASSWORD.toCharArray()),
        "private key text is a key for EC, but Alipay+ uses only RSA; use an RSA key of 2048 bits");
  }

  @Test
  void a_file_open_to_others_is_refused_although_it_is_encrypted() throws Exception {
    Path file = file(PEM.getBytes(UTF_8));
    assumeTrue(OwnerOnly.isKnownTo(file), "No POSIX permissions on this file system.");
    OwnerOnly.permit(file, "rw-r-----");
    assertThatThrownBy(() -> RsaKeys.readPrivate(file, PASSWORD.toCharArray()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageEndingWith("; run: chmod 600 " + file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-v2 aes-256-cbc -v2prf hmacWithSHA256",
        "-v2 aes-128-cbc -v2prf hmacWithSHA1",
        "-v2 des3",
        "-v1 PBE-SHA1-3DES",
        "-scrypt"
      })
  void it_opens_however_openssl_encrypted_it(String options) throws Exception {
    Path plain = file(Keys.pem("PRIVATE KEY", KEY.getEncoded()).getBytes(UTF_8));
    Path encrypted = directory.resolve("encrypted.pem");
    String command =
        "openssl pkcs8 -topk8 "
            + options
            + " -passout pass:secret -in "
            + plain
            + " -out "
            + encrypted;
    assumeTrue(runs(command), "No 'openssl' on the PATH that does this: " + options);
    OwnerOnly.restrict(encrypted);
    assertThat(RsaKeys.readPrivate(encrypted, "secret".toCharArray())).isEqualTo(KEY);
  }

  @Test
  void openssl_opens_what_a_new_pair_writes() throws Exception {
    Path file = file(RsaKeyPair.generate(2048).privatePem("secret".toCharArray()).getBytes(UTF_8));
    assumeTrue(runs("openssl version"), "No 'openssl' on the PATH.");
    assertThat(runs("openssl pkey -noout -passin pass:secret -in " + file)).isTrue();
    assertThat(runs("openssl pkey -noout -passin pass:other -in " + file)).isFalse();
  }

  @Test
  void a_key_store_gives_the_key_under_its_alias() throws Exception {
    Path store = file(EncryptedKeys.keyStore(Keys.OURS, "secret"));
    assertThat(RsaKeys.readPrivate(store, "wallet", "secret".toCharArray())).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "pässword 値"})
  void a_key_store_of_openssl_gives_its_key(String password) throws Exception {
    Path key = file(Keys.pem("PRIVATE KEY", KEY.getEncoded()).getBytes(UTF_8));
    Path certificate =
        Files.writeString(
            directory.resolve("certificate.pem"),
            Keys.pem("CERTIFICATE", Keys.certificate(Keys.OURS).getEncoded()));
    Path passwordFile = Files.writeString(directory.resolve("password"), password);
    Path store = directory.resolve("store.p12");
    assumeTrue(
        runs(
            "openssl pkcs12 -export -name Wallet -passout file:"
                + passwordFile
                + (" -inkey " + key + " -in " + certificate + " -out " + store)),
        "No 'openssl' on the PATH.");
    OwnerOnly.restrict(store);
    assertThat(RsaKeys.readPrivate(store, "Wallet", password.toCharArray())).isEqualTo(KEY);
  }

  @Test
  void a_wrong_password_of_a_key_store_is_named() throws Exception {
    Path store = file(EncryptedKeys.keyStore(Keys.OURS, "secret"));
    assertRefused(
        () -> RsaKeys.readPrivate(store, "wallet", "wrong".toCharArray()),
        "key store file '"
            + store
            + "' does not open with this password; correct it, or copy the file again if it may be"
            + " damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wallets", "trusted", ""})
  void an_alias_without_a_private_key_is_named_with_those_that_have_one(String alias)
      throws Exception {
    Path store = file(EncryptedKeys.keyStore(Keys.OURS, "secret"));
    assertRefused(
        () -> RsaKeys.readPrivate(store, alias, "secret".toCharArray()),
        "key store file '"
            + store
            + "' has no private key under the alias '"
            + alias
            + "'; it has: 'wallet'");
  }

  @Test
  void something_else_in_the_place_of_a_key_store_is_named() throws Exception {
    Path file = file(PEM.getBytes(UTF_8));
    assertThatThrownBy(() -> RsaKeys.readPrivate(file, "wallet", "secret".toCharArray()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageStartingWith(
            "key store file '"
                + file
                + "' holds an encrypted private key where a key store is due; ");
  }

  @Test
  void a_key_store_cut_off_is_refused() throws Exception {
    byte[] whole = EncryptedKeys.keyStore(Keys.OURS, "secret");
    Path file = file(Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> RsaKeys.readPrivate(file, "wallet", "secret".toCharArray()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("is cut off or damaged");
  }

  @Test
  void a_short_key_in_a_key_store_is_refused() throws Exception {
    Path store = file(EncryptedKeys.keyStore(Keys.rsa(1024, BigInteger.valueOf(65_537)), "secret"));
    assertThatThrownBy(() -> RsaKeys.readPrivate(store, "wallet", "secret".toCharArray()))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("is an RSA key of 1024 bits");
  }

  @Test
  void a_password_file_gives_its_first_line() throws Exception {
    Path file = file("\uFEFF two words \r\nanother line".getBytes(UTF_8));
    assertThat(RsaKeys.readPassword(file)).isEqualTo(" two words ".toCharArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\nsecond"})
  void a_password_file_without_a_password_is_named(String content) throws Exception {
    Path file = file(content.getBytes(UTF_8));
    assertRefused(
        () -> RsaKeys.readPassword(file),
        "password file '" + file + "' has an empty first line; write the password into it");
  }

  @Test
  void a_password_file_open_to_others_is_refused() throws Exception {
    Path file = file("secret".getBytes(UTF_8));
    assumeTrue(OwnerOnly.isKnownTo(file), "No POSIX permissions on this file system.");
    OwnerOnly.permit(file, "rw-r--r--");
    assertThatThrownBy(() -> RsaKeys.readPassword(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageEndingWith("; run: chmod 600 " + file);
  }

  private Path file(byte[] content) throws IOException {
    return OwnerOnly.restrict(Files.write(directory.resolve("own.key"), content));
  }

  private static void assertRefused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOf(UnusableKeyException.class)
        .hasNoCause()
        .hasMessage(message);
  }

  private static boolean runs(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(command.split(" "))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
