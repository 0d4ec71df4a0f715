package dev.paycode.sandbox;

import static dev.paycode.sandbox.TestRequest.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.message.ClientId;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFilesTest {

  private static final URI GATEWAY = URI.create("http://127.0.0.1:1");

  @TempDir private Path temporary;

  private Path written() throws IOException {
    return ClientFiles.write(temporary.resolve("a/b"), GATEWAY, Fixture.options()).getParent();
  }

  @Test
  void a_client_finds_everything_it_needs_and_nothing_else() throws IOException {
    Path directory = written();
    assertThat(names(directory))
        .containsExactlyInAnyOrder(
            "client.properties",
            "mpp-private-key.pem",
            "mpp-public-key.pem",
            "alipay-public-key.pem");
    assertThat(properties(directory))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gateway", "http://127.0.0.1:1",
                "clientId", "SANDBOX_5X00000000000000",
                "privateKey", "mpp-private-key.pem",
                "alipayPublicKey", "alipay-public-key.pem",
                "keyVersion", "1"));
  }

  @Test
  void the_properties_begin_with_the_word_that_codes_pay_for_nothing() throws IOException {
    assertThat(Files.readAllLines(written().resolve("client.properties")))
        .first()
        .asString()
        .startsWith("# ")
        .contains("pay for nothing");
  }

  @Test
  void a_client_id_with_a_backslash_is_read_back_whole() throws IOException {
    Path file =
        ClientFiles.write(
            temporary, GATEWAY, Fixture.options().knowing(ClientId.parse("a\\nb=#!")));
    assertThat(properties(file.getParent())).containsEntry("clientId", "a\\nb=#!");
  }

  @Test
  void keys_are_pem_in_lines_of_64_characters() throws Exception {
    Path directory = written();
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    assertThat(
            rsa.generatePrivate(
                new PKCS8EncodedKeySpec(der(directory, "mpp-private-key.pem", "PRIVATE KEY"))))
        .isEqualTo(KEYS.mppPrivateKey());
    assertThat(
            rsa.generatePublic(
                new X509EncodedKeySpec(der(directory, "mpp-public-key.pem", "PUBLIC KEY"))))
        .isEqualTo(KEYS.mppPublicKey());
    assertThat(
            rsa.generatePublic(
                new X509EncodedKeySpec(der(directory, "alipay-public-key.pem", "PUBLIC KEY"))))
        .isEqualTo(KEYS.alipayPublicKey());
  }

  private static byte[] der(Path directory, String name, String label) throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve(name));
    int last = lines.size() - 1;
    List<String> base64 = lines.subList(1, last);
    assertThat(lines.get(0)).isEqualTo("-----BEGIN " + label + "-----");
    assertThat(lines.get(last)).isEqualTo("-----END " + label + "-----");
    assertThat(base64.subList(0, base64.size() - 1)).allMatch(line -> line.length() == 64);
    return Base64.getDecoder().decode(String.join("", base64));
  }

  @Test
  void only_the_owner_may_look() throws IOException {
    Path directory = written();
    assertThat(mode(directory)).isEqualTo("rwx------");
    assertThat(mode(directory.getParent())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .hasSize(4)
          .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void files_of_an_earlier_run_are_replaced_whatever_their_mode() throws IOException {
    ClientFiles.write(temporary, GATEWAY, Fixture.options());
    Path earlier = Files.writeString(temporary.resolve("mpp-private-key.pem"), "old");
    Files.setPosixFilePermissions(earlier, PosixFilePermissions.fromString("rw-rw-rw-"));
    ClientFiles.write(temporary, GATEWAY, Fixture.options());
    assertThat(earlier).content().startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(mode(earlier)).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client.properties",
        "mpp-private-key.pem",
        "mpp-public-key.pem",
        "alipay-public-key.pem"
      })
  void a_file_that_no_sandbox_wrote_stays_as_it_is_and_is_named(String name) throws IOException {
    Path own = Files.writeString(temporary.resolve(name), "somebody's own");

    assertThatThrownBy(() -> ClientFiles.write(temporary, GATEWAY, Fixture.options()))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessage(own.toString());

    assertThat(names(temporary)).containsExactly(name);
    assertThat(own).hasContent("somebody's own");
  }

  @Test
  void properties_of_somebody_elses_making_protect_the_keys_beside_them() throws IOException {
    Path directory = written();
    String key = Files.readString(directory.resolve("mpp-private-key.pem"));
    Files.writeString(directory.resolve("client.properties"), "# mine\ngateway=x\n");

    assertThatThrownBy(() -> ClientFiles.write(directory, GATEWAY, Fixture.options()))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(directory.resolve("mpp-private-key.pem")).hasContent(key);
  }

  @Test
  void a_link_to_nowhere_is_not_taken_for_a_free_name() throws IOException {
    Path link = temporary.resolve("mpp-private-key.pem");
    Files.createSymbolicLink(link, temporary.resolve("nowhere"));

    assertThatThrownBy(() -> ClientFiles.write(temporary, GATEWAY, Fixture.options()))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void files_of_others_do_no_harm() throws IOException {
    Files.writeString(temporary.resolve("notes.txt"), "anything");

    ClientFiles.write(temporary, GATEWAY, Fixture.options());

    assertThat(names(temporary)).hasSize(5);
  }

  @Test
  void a_link_in_the_place_of_a_key_is_replaced_and_not_followed() throws IOException {
    Path elsewhere = Files.writeString(temporary.resolve("elsewhere"), "untouched");
    Path link = written().resolve("mpp-private-key.pem");
    Files.delete(link);
    Files.createSymbolicLink(link, elsewhere);

    ClientFiles.write(link.getParent(), GATEWAY, Fixture.options());

    assertThat(elsewhere).hasContent("untouched");
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(link).content().startsWith("-----BEGIN PRIVATE KEY-----");
  }

  @Test
  void a_file_that_cannot_be_replaced_leaves_nothing_half_written() throws IOException {
    Path directory = written();
    Files.delete(directory.resolve("mpp-private-key.pem"));
    Path obstacle = Files.createDirectories(directory.resolve("mpp-private-key.pem/inside"));
    assertThatThrownBy(() -> ClientFiles.write(directory, GATEWAY, Fixture.options()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mpp-private-key.pem");
    assertThat(names(directory)).hasSize(4).noneMatch(name -> name.contains("unfinished"));
    assertThat(obstacle).isDirectory();
  }

  @Test
  void a_running_sandbox_writes_where_it_listens() throws IOException {
    try (Sandbox sandbox = Sandbox.start(Fixture.options())) {
      Path file = sandbox.writeClientFiles(temporary);
      assertThat(file).isEqualTo(temporary.resolve("client.properties"));
      assertThat(properties(temporary)).containsEntry("gateway", sandbox.uri().toString());
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Map<String, String> properties(Path directory) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(directory.resolve("client.properties"))));
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
