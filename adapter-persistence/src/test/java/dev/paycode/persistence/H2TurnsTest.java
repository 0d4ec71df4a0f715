package dev.paycode.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long this process has a file open, in a time that the test moves. */
class H2TurnsTest {

  @TempDir private Path directory;

  private final List<Runnable> looks = new ArrayList<>();
  private Executor nextLook = looks::add;
  private long nanos;
  private H2File file;

  @BeforeEach
  void open() throws IOException {
    file =
        H2File.at(
            directory.resolve("codes"),
            (source, line) ->
                new H2Turns(
                    source,
                    new H2Entrance(line, () -> nanos, this::sleep),
                    () -> nanos,
                    look -> nextLook.execute(look)));
  }

  @AfterEach
  void close() {
    file.close();
  }

  @Test
  void a_turn_goes_on_between_two_connections() throws Exception {
    useIt();

    assertThat(isFree()).isFalse();
  }

  @Test
  void a_turn_that_nobody_uses_any_more_ends() throws Exception {
    useIt();
    passTime(H2Turns.IDLE.minus(H2Turns.BETWEEN_LOOKS));
    assertThat(isFree()).isFalse();

    passTime(H2Turns.BETWEEN_LOOKS);

    assertThat(isFree()).isTrue();
    assertThat(looks).isEmpty();
  }

  @Test
  void a_turn_that_is_used_goes_on() throws Exception {
    useItFor(H2Turns.LONGEST_TURN.minus(H2Turns.BETWEEN_LOOKS));

    assertThat(isFree()).isFalse();
    assertThat(looks).hasSize(1);
  }

  @Test
  void even_a_turn_that_is_used_ends_some_time() throws Exception {
    useItFor(H2Turns.LONGEST_TURN);

    assertThat(isFree()).isTrue();
  }

  @Test
  void a_file_that_nobody_would_look_after_is_not_opened() throws Exception {
    nextLook =
        look -> {
          throw new RejectedExecutionException("no thread for this");
        };

    assertThatThrownBy(file::getConnection).isInstanceOf(RejectedExecutionException.class);

    assertThat(isFree()).isTrue();
  }

  private void useItFor(Duration time) throws SQLException {
    long end = nanos + time.toNanos();
    while (nanos < end) {
      useIt();
      passTime(H2Turns.BETWEEN_LOOKS);
    }
  }

  @Test
  void a_turn_ends_at_once_if_another_waits() throws Exception {
    useIt();

    try (FileChannel line = open("codes.turn");
        FileLock next = line.lock()) {
      assertThat(next.isValid()).isTrue();
      passTime(H2Turns.BETWEEN_LOOKS);
      assertThat(isFree()).isTrue();
    }

    useIt();
    assertThat(isFree()).isFalse();
  }

  @Test
  void a_connection_that_is_in_use_is_not_cut_off_by_another_who_waits() throws Exception {
    try (FileChannel line = open("codes.turn")) {
      try (Connection connection = file.getConnection();
          FileLock next = line.lock()) {
        assertThat(next.isValid()).isTrue();
        passTime(H2Turns.BETWEEN_LOOKS);
        assertThat(connection.isValid(1)).isTrue();
        assertThat(isFree()).isFalse();
      }
      assertThat(isFree()).isTrue();
    }
  }

  @Test
  void one_who_has_a_connection_gets_another_though_others_wait() throws Exception {
    try (Connection connection = file.getConnection();
        FileChannel line = open("codes.turn");
        FileLock next = line.lock()) {
      assertThat(next.isValid()).isTrue();
      passTime(H2Turns.BETWEEN_LOOKS);

      try (Connection another = file.getConnection()) {
        assertThat(another.isValid(1)).isTrue();
        assertThat(connection.isValid(1)).isTrue();
      }
    }
  }

  @Test
  void a_file_that_another_keeps_is_waited_for_five_seconds() throws Exception {
    try (FileChannel taken = open("codes.mv.db");
        FileLock lock = taken.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertIsGivenUp();
    }
    useIt();
  }

  @Test
  void who_waits_for_those_who_wait_waits_five_seconds_too() throws Exception {
    try (FileChannel line = open("codes.turn");
        FileLock next = line.lock()) {
      assertThat(next.isValid()).isTrue();
      assertIsGivenUp();
    }
    useIt();
  }

  private void assertIsGivenUp() {
    long before = nanos;
    assertThatThrownBy(file::getConnection)
        .isInstanceOfSatisfying(
            SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("90020"));
    assertThat(Duration.ofNanos(nanos - before)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a_database_that_has_broken_down_is_opened_anew() throws Exception {
    useIt();
    try (Connection connection = file.getConnection();
        Connection other = file.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
      assertThat(other.isValid(1)).isFalse();
    }

    useIt();
  }

  private void sleep(Duration pause) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    nanos += pause.toNanos();
  }

  @Test
  void one_who_is_interrupted_does_not_wait_and_stays_interrupted() throws Exception {
    Thread.currentThread().interrupt();

    try (FileChannel line = open("codes.turn");
        FileLock next = line.tryLock()) {
      assertThat(next.isValid()).isTrue();
      assertThatThrownBy(file::getConnection).hasMessage("Interrupted while waiting for the file");
    }
    useIt();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_closed_file_is_free_and_gives_no_connection() throws Exception {
    useIt();
    file.close();

    assertThat(isFree()).isTrue();
    assertThatThrownBy(file::getConnection).hasMessage("The file was closed");
  }

  @Test
  void a_file_that_is_closed_while_it_is_used_is_free_after_that() throws Exception {
    try (Connection connection = file.getConnection()) {
      file.close();
      assertThat(connection.isValid(1)).isTrue();
      assertThat(isFree()).isFalse();
    }

    assertThat(isFree()).isTrue();
  }

  private void useIt() throws SQLException {
    try (Connection connection = file.getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  private void passTime(Duration time) {
    long end = nanos + time.toNanos();
    while (nanos < end) {
      nanos += H2Turns.BETWEEN_LOOKS.toNanos();
      List<Runnable> due = List.copyOf(looks);
      looks.clear();
      due.forEach(Runnable::run);
    }
  }

  private boolean isFree() throws IOException {
    try (FileChannel channel = open("codes.mv.db");
        FileLock lock = channel.tryLock()) {
      return lock.isValid();
    } catch (OverlappingFileLockException openInThisProcess) {
      return false;
    }
  }

  private FileChannel open(String name) throws IOException {
    return FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE);
  }
}
