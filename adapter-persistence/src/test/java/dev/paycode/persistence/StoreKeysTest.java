package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paycode.code.CodeSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreKeysTest {

  private static final CodeSchedule SCHEDULE =
      schedule(1, 3, Instant.parse("2024-06-01T12:00:00Z"));

  @TempDir private Path directory;

  private final StoreKeys keys = StoreKeys.generate();

  @Test
  void keys_are_the_same_after_they_were_written_and_read() {
    Path file = directory.resolve("store.keys");
    keys.writeNew(file);

    assertThat(opens(sealed(keys), StoreKeys.read(file))).isTrue();
    assertThat(StoreKeys.read(file).reveal()).isEqualTo(keys.reveal());
  }

  @Test
  void a_new_key_opens_before_it_seals_and_an_old_one_after_it_sealed() {
    StoreKeys added = keys.withNewKey();
    StoreKeys promoted = added.withNewestKeySealing();
    StoreKeys cleaned = promoted.withoutOldKeys();

    assertThat(opens(sealed(added), keys)).as("servers that do not have it yet").isTrue();
    assertThat(opens(sealed(promoted), added)).as("servers that do not seal by it yet").isTrue();
    assertThat(opens(sealed(added), promoted)).isTrue();
    assertThat(opens(sealed(promoted), cleaned)).isTrue();
    assertThat(opens(sealed(added), cleaned)).as("after the old key went").isFalse();
  }

  @Test
  void a_rotation_leaves_the_look_ups_as_they_are() {
    StoreKeys rotated = keys.withNewKey().withNewestKeySealing().withoutOldKeys();

    assertThat(rotated.reveal().lines().toList().get(1))
        .isEqualTo(keys.reveal().lines().toList().get(1));
  }

  private static byte[] sealed(StoreKeys by) {
    return Sealing.with(by, "", row -> {}).seal("row", 1, SCHEDULE);
  }

  private static boolean opens(byte[] sealed, StoreKeys by) {
    return Sealing.with(by, "", row -> {}).open("row", 1, sealed).equals(Optional.of(SCHEDULE));
  }

  @Test
  void the_file_is_its_owners_alone_and_nothing_else_is_left_behind() throws IOException {
    keys.writeNew(directory.resolve("store.keys"));

    assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("store.keys"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("store.keys"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_file_that_exists_is_not_overwritten_by_mistake() {
    Path file = directory.resolve("store.keys");
    keys.writeNew(file);

    assertThatThrownBy(() -> StoreKeys.generate().writeNew(file))
        .isInstanceOf(UnusableStoreKeysException.class)
        .hasMessage(
            "The file of store keys '"
                + file
                + "' exists already and is not overwritten: what it sealed would be lost");
    assertThat(StoreKeys.read(file).reveal()).isEqualTo(keys.reveal());
  }

  @Test
  void a_file_is_replaced_when_that_is_meant() {
    Path file = directory.resolve("store.keys");
    keys.writeNew(file);
    StoreKeys rotated = keys.withNewKey();
    rotated.replace(file);

    assertThat(StoreKeys.read(file).reveal()).isEqualTo(rotated.reveal());
  }

  @Test
  void a_file_open_to_others_is_refused() throws IOException {
    Path file = directory.resolve("store.keys");
    keys.writeNew(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> StoreKeys.read(file))
        .isInstanceOf(UnusableStoreKeysException.class)
        .hasMessageEndingWith("is open to group or others (rw-r-----); run: chmod 600 " + file);
  }

  @Test
  void a_file_of_another_user_is_refused_with_the_command_to_run() {
    Path file = directory.resolve("store.keys");
    keys.writeNew(file);
    assumeTrue(isGivenAway(file), "Only root can give a file to another user: nothing to refuse.");
    String user = System.getProperty("user.name");

    assertThatThrownBy(() -> StoreKeys.read(file))
        .isInstanceOf(UnusableStoreKeysException.class)
        .hasMessageEndingWith(
            "belongs to 'nobody', who can read and replace it, while this process runs as '"
                + user
                + "'; run: chown "
                + user
                + " "
                + file);
  }

  private static boolean isGivenAway(Path file) {
    try {
      Files.setOwner(
          file,
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void a_file_behind_a_link_is_replaced_there_for_all_who_follow_it() throws IOException {
    Path file = Files.createDirectory(directory.resolve("there")).resolve("store.keys");
    keys.writeNew(file);
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    StoreKeys rotated = keys.withNewKey();
    rotated.replace(link);

    assertThat(link).isSymbolicLink();
    assertThat(StoreKeys.read(file).reveal()).isEqualTo(rotated.reveal());
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> StoreKeys.read(directory.resolve("none")))
        .isInstanceOf(UnusableStoreKeysException.class)
        .hasMessageContaining("none' does not exist");
  }

  @Test
  void a_file_in_a_directory_that_is_not_there_cannot_be_written() {
    assertThatThrownBy(() -> keys.writeNew(directory.resolve("none/store.keys")))
        .isInstanceOf(UnusableStoreKeysException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void a_directory_is_no_file_to_write_not_even_the_root() {
    for (Path taken : List.of(directory, Path.of("/"))) {
      assertThatThrownBy(() -> keys.writeNew(taken))
          .isInstanceOf(UnusableStoreKeysException.class)
          .hasMessageContaining(taken + "' is a directory");
    }
  }

  @Test
  void text_that_is_no_keys_is_refused_without_repeating_it() {
    assertThatThrownBy(() -> StoreKeys.parse("secret"))
        .isInstanceOf(UnusableStoreKeysException.class)
        .hasMessage(
            "The text of a store's keys has two lines, one keyset each, but this one has 1");
    assertThatThrownBy(() -> StoreKeys.parse("secret\nsecret"))
        .isInstanceOf(UnusableStoreKeysException.class)
        .hasMessage("The first line of a store's keys is no keyset in Tink's JSON format")
        .hasNoCause();
  }

  @Test
  void keys_of_the_wrong_kind_are_refused() {
    String[] lines = keys.reveal().split("\n", -1);

    assertThatThrownBy(() -> StoreKeys.parse(lines[1] + "\n" + lines[0]))
        .isInstanceOf(UnusableStoreKeysException.class);
    assertThatThrownBy(() -> StoreKeys.parse(lines[0] + "\n" + lines[0]))
        .isInstanceOf(UnusableStoreKeysException.class);
  }

  @Test
  void what_it_prints_are_the_numbers_of_the_keys() {
    assertThat(keys.withNewKey().toString())
        .matches("StoreKeys\\[content=\\d+ \\(seals\\), \\d+, lookup=\\d+]");
  }
}
