package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLeases;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {

  @TempDir private Path directory;

  private final CodeSchedule tenCodes = schedule(1, 10, Instant.parse("2124-06-01T12:00:00Z"));
  private final StoreKeys keys = StoreKeys.generate();

  @Test
  void what_one_process_keeps_the_next_one_finds() throws IOException {
    Path file = directory.resolve("codes");
    opened(file).update(anyHolder(), held -> tenCodes);

    assertThat(opened(file).find(anyHolder())).isEqualTo(tenCodes);
  }

  private JdbcStore opened(Path file) throws IOException {
    return TestDatabase.keeping(H2File.at(file)).store(keys);
  }

  @Test
  void processes_that_use_it_at_the_same_time_take_turns_and_lose_nothing() throws Exception {
    Path file = directory.resolve("codes");
    Path keyFile = directory.resolve("store.keys");
    keys.writeNew(keyFile);
    JdbcStore store = opened(file);

    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(AddsCodes.start(file, keyFile, 100 * i, 20));
    }

    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(store.find(anyHolder()).codes()).hasSize(60);
  }

  @Test
  void the_file_and_its_directory_are_their_owners_alone() throws IOException {
    opened(directory.resolve("state/codes")).update(anyHolder(), held -> tenCodes);

    assertThat(permissions("state")).isEqualTo("rwx------");
    assertThat(permissions("state/codes.mv.db")).isEqualTo("rw-------");
    assertThat(directory.resolve("state"))
        .isDirectoryNotContaining(file -> !file.endsWith("codes.mv.db"));
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
  }

  @Test
  void a_file_that_another_program_keeps_locked_is_given_up() throws Exception {
    RefillLeases leases = opened(directory.resolve("codes"));

    try (FileChannel channel =
            FileChannel.open(directory.resolve("codes.mv.db"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> leases.acquire(anyHolder(), Duration.ofSeconds(16)))
          .hasMessage("The database did not let the store acquire a lease: SQLState 90020");
    }

    assertThat(leases.acquire(anyHolder(), Duration.ofSeconds(16))).isPresent();
  }

  @Test
  void the_settings_of_h2_cannot_be_changed_by_the_path() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> H2File.at(directory.resolve("codes;INIT=anything")))
        .withMessageContaining("has no semicolon");
  }

  @Test
  void the_file_is_free_between_two_connections() throws Exception {
    try (Connection connection = H2File.at(directory.resolve("codes")).getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }

    try (FileChannel channel =
            FileChannel.open(directory.resolve("codes.mv.db"), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      assertThat(lock).isNotNull();
    }
  }
}
