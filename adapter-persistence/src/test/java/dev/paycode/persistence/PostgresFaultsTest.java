package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that stops, a store that is slow, and answers that are lost on the way. */
class PostgresFaultsTest {

  private static final Duration LENGTH = Duration.ofSeconds(16);

  private final CodeSchedule tenCodes = schedule(1, 10, Instant.parse("2124-06-01T12:00:00Z"));
  private final StoreKeys keys = StoreKeys.generate();
  private final TcpProxy way = TcpProxy.to(PostgresServer.ofThisRun().port());
  private final PostgresPool pool = PostgresServer.poolThrough(way.port(), 2);
  private final TestDatabase direct = TestDatabase.postgres();
  private final JdbcStore store = JdbcStore.over(pool.dataSource(), keys).build();

  @BeforeEach
  void useUpTheFirstSweep() {
    store.update(anyHolder(), held -> held);
  }

  @AfterEach
  void close() {
    pool.close();
    way.close();
    direct.close();
  }

  @Test
  void a_change_whose_answer_was_lost_is_found_and_not_made_twice() {
    way.loseAnswerTo("INSERT INTO paycode_schedule");
    AtomicInteger changes = new AtomicInteger();

    CodeSchedule kept =
        store.update(
            anyHolder(),
            held -> {
              changes.incrementAndGet();
              return tenCodes;
            });

    assertThat(changes).hasValue(1);
    assertThat(kept).isEqualTo(tenCodes);
    assertThat(direct.store(keys).find(anyHolder())).isEqualTo(tenCodes);
  }

  @Test
  void a_lease_whose_answer_was_lost_is_found_to_be_ours() {
    way.loseAnswerTo("INSERT INTO paycode_lease");

    Optional<RefillLease> lease = store.acquire(anyHolder(), LENGTH);

    assertThat(lease).isPresent();
    assertThat(direct.store(keys).acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void a_question_whose_answer_was_lost_is_asked_again() {
    store.update(anyHolder(), held -> tenCodes);
    way.loseAnswerTo("SELECT version, content");

    assertThat(store.find(anyHolder())).isEqualTo(tenCodes);
  }

  @Test
  void a_store_that_does_not_answer_ends_by_its_own_timeout() {
    way.pause();

    assertThatThrownBy(() -> store.find(anyHolder()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith("The database did not let the store find a schedule: SQLState");

    way.resume();
    assertThat(store.find(anyHolder())).isEqualTo(CodeSchedule.empty());
  }

  @Test
  void a_server_that_was_started_again_is_used_again_and_by_those_who_were_earlier(
      @TempDir Path directory) {
    PostgresServer server = PostgresServer.startedIn(directory);
    try (PostgresPool itsPool = server.pool(4)) {
      JdbcStore itsStore = TestDatabase.migrated(itsPool.dataSource(), () -> {}).store(keys);
      itsStore.update(anyHolder(), held -> tenCodes);

      server.close();
      assertThatThrownBy(() -> itsStore.find(anyHolder()))
          .isInstanceOf(StoreUnavailableException.class);

      PostgresPool early = server.pool(4);
      JdbcStore earlyStore = JdbcStore.over(early.dataSource(), keys).build();
      assertThatThrownBy(() -> earlyStore.find(anyHolder()))
          .isInstanceOf(StoreUnavailableException.class);

      try (PostgresServer again = server.startedAgainIn(directory)) {
        assertThat(again.port()).isEqualTo(server.port());
        assertThat(foundAtLast(itsStore)).isEqualTo(tenCodes);
        assertThat(itsStore.acquire(anyHolder(), LENGTH)).isPresent();
        assertThat(foundAtLast(earlyStore)).isEqualTo(tenCodes);
      } finally {
        early.close();
      }
    }
  }

  /** The pool tries to connect now and then only; each of our tries waits for it. */
  private static CodeSchedule foundAtLast(JdbcStore store) {
    for (int tries = 0; tries < 60; tries++) {
      try {
        return store.find(anyHolder());
      } catch (StoreUnavailableException stillDown) {
        // again
      }
    }
    return store.find(anyHolder());
  }
}
