package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.contract.Fixtures;
import dev.paycode.port.out.StoreUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {

  @TempDir private Path directory;

  private final CodeSchedule tenCodes = schedule(1, 10, Instant.parse("2124-06-01T12:00:00Z"));
  private final StoreKeys keys = StoreKeys.generate();
  private final List<H2File> files = new ArrayList<>();

  @Test
  void what_one_process_keeps_the_next_one_finds() throws IOException {
    Path file = directory.resolve("codes");
    opened(file).update(anyHolder(), held -> tenCodes);

    assertThat(opened(file).find(anyHolder())).isEqualTo(tenCodes);
  }

  private JdbcStore opened(Path file) throws IOException {
    H2File source = H2File.at(file);
    files.add(source);
    return TestDatabase.keeping(source).store(keys);
  }

  @AfterEach
  void close() {
    files.forEach(H2File::close);
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
    assertThat(permissions("state/codes.turn")).isEqualTo("rw-------");
    try (Stream<Path> all = Files.list(directory.resolve("state"))) {
      assertThat(all).hasSize(2);
    }
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
  }

  @Test
  void its_directory_may_stand_behind_a_link() throws IOException {
    Path state = Files.createDirectory(directory.resolve("state"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), state);

    opened(link.resolve("codes")).update(anyHolder(), held -> tenCodes);

    assertThat(opened(state.resolve("codes")).find(anyHolder())).isEqualTo(tenCodes);
  }

  @Test
  void the_settings_of_h2_cannot_be_changed_by_the_path() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> H2File.at(directory.resolve("codes;INIT=anything")))
        .withMessageContaining("has no semicolon");
  }

  @Test
  void a_process_that_is_killed_has_lost_no_change_and_keeps_nobody_out() throws Exception {
    Path file = directory.resolve("codes");
    Path keyFile = directory.resolve("store.keys");
    keys.writeNew(keyFile);
    JdbcStore store = opened(file);

    for (int kill = 0; kill < 3; kill++) {
      Process process = AddsCodes.start(file, keyFile, 100 * kill, 100);
      List<Integer> added = new ArrayList<>();
      try (BufferedReader lines = process.inputReader()) {
        while (added.size() < 5 + kill) {
          added.add(Integer.valueOf(lines.readLine()));
        }
        process.toHandle().destroyForcibly();
        lines.lines().map(Integer::valueOf).forEach(added::add);
      }

      assertThat(store.find(anyHolder()).codes())
          .extracting(IssuedCode::code)
          .containsAll(added.stream().map(Fixtures::code).toList());
    }
  }

  @Test
  void where_no_more_can_be_written_the_store_is_down_and_what_was_kept_is_whole()
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here that limits a file's size");
    Path file = directory.resolve("codes");
    Path keyFile = directory.resolve("store.keys");
    keys.writeNew(keyFile);
    JdbcStore store = opened(file);

    Process process = AddsCodes.startWithLittleRoom(file, keyFile);

    List<String> told;
    try (BufferedReader lines = process.inputReader()) {
      told = lines.lines().toList();
    }
    int added = told.size() - 1;
    assertThat(added).isPositive();
    assertThat(told.get(added))
        .startsWith("The database did not let the store change a schedule: SQLState");
    assertThat(store.find(anyHolder()).codes()).hasSizeBetween(added, added + 1);
    store.update(anyHolder(), held -> tenCodes);
    assertThat(store.find(anyHolder())).isEqualTo(tenCodes);
  }

  @Test
  void a_row_that_somebody_keeps_locked_is_given_up() throws Exception {
    JdbcStore store = opened(directory.resolve("codes"));
    store.update(anyHolder(), held -> tenCodes);

    try (Connection connection = files.get(0).getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("UPDATE paycode_schedule SET version = version + 1");
      assertThatThrownBy(() -> store.update(anyHolder(), held -> held.withoutAll(1)))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("The database did not let the store change a schedule: SQLState HYT00");
      connection.rollback();
    }

    assertThat(store.find(anyHolder())).isEqualTo(tenCodes);
  }

  @Test
  void a_thread_that_is_interrupted_while_it_writes_does_not_close_the_file_to_the_others()
      throws IOException {
    JdbcStore store = opened(directory.resolve("codes"));
    store.update(anyHolder(), held -> tenCodes);

    store.update(
        anyHolder(),
        held -> {
          Thread.currentThread().interrupt();
          return held.without(code(1));
        });
    assertThat(Thread.interrupted()).isTrue();

    assertThat(store.find(anyHolder())).isEqualTo(tenCodes.without(code(1)));
    assertThat(store.update(anyHolder(), held -> held.without(code(2))).retired()).hasSize(2);
  }
}
