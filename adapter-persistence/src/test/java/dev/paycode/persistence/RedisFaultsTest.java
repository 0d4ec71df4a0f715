package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisFaultsTest {

  private static final Duration LENGTH = Duration.ofSeconds(16);
  private static final Pattern SCRIPT_CALLS = Pattern.compile("cmdstat_evalsha:calls=(\\d+)");

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.server();

  private TcpProxy way;
  private RedisStore store;

  @BeforeEach
  void open() {
    way = TcpProxy.to(REDIS.port());
    store = SharedRedis.patientStore(way.port());
    store.supersede(anyHolder()); // now the server knows the scripts
    store.update(anyHolder(), held -> schedule(1, 1, REDIS.now()));
    REDIS.raw().configResetstat();
  }

  @AfterEach
  void close() {
    store.close();
    way.close();
  }

  @Test
  void a_cut_connection_is_made_anew_before_anybody_notices() {
    way.cut();

    assertThat(store.find(anyHolder()).codes()).hasSize(1);
  }

  @Test
  void a_change_whose_answer_is_lost_is_made_once_and_recognised() {
    AtomicInteger tries = new AtomicInteger();
    way.loseAnswerTo("EVALSHA");

    CodeSchedule kept =
        store.update(anyHolder(), held -> schedule(1 + tries.incrementAndGet(), 1, REDIS.now()));

    assertThat(tries).hasValue(1);
    assertThat(scriptCalls()).isEqualTo(1);
    assertThat(REDIS.store().find(anyHolder())).isEqualTo(kept);
  }

  @Test
  void a_change_that_never_arrived_is_made_again() {
    AtomicInteger tries = new AtomicInteger();
    way.loseRequest("EVALSHA");

    CodeSchedule kept =
        store.update(anyHolder(), held -> schedule(1 + tries.incrementAndGet(), 1, REDIS.now()));

    assertThat(tries).hasValue(2);
    assertThat(scriptCalls()).isEqualTo(1);
    assertThat(REDIS.store().find(anyHolder())).isEqualTo(kept);
  }

  @Test
  void a_change_that_never_arrives_is_given_up() {
    AtomicInteger tries = new AtomicInteger();

    assertIsGivenUp(
        held -> {
          way.loseRequest("EVALSHA");
          return schedule(1 + tries.incrementAndGet(), 1, REDIS.now());
        });

    assertThat(tries).hasValue(2);
    assertThat(scriptCalls()).isZero();
  }

  @Test
  void a_change_whose_answer_is_lost_and_that_others_have_replaced_is_not_made_again() {
    way.loseAnswerTo("EVALSHA");
    AtomicInteger tries = new AtomicInteger();

    assertIsGivenUp(
        held -> {
          tries.incrementAndGet();
          way.onLoss(() -> REDIS.store().update(anyHolder(), any -> any.withoutAll(9)));
          return schedule(2, 1, REDIS.now());
        });

    assertThat(tries).hasValue(1);
  }

  private void assertIsGivenUp(UnaryOperator<CodeSchedule> change) {
    assertThatThrownBy(() -> store.update(anyHolder(), change))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("Redis at 127.0.0.1:" + way.port() + " did not change a schedule");
  }

  @Test
  void a_lease_whose_answer_is_lost_is_recognised() {
    way.loseAnswerTo("EVALSHA");

    Optional<RefillLease> lease = store.acquire(anyHolder(), LENGTH);

    assertThat(lease).isPresent();
    assertThat(scriptCalls()).isEqualTo(2);
    store.release(lease.get());
    assertThat(store.acquire(anyHolder(), LENGTH)).isPresent();
  }

  @Test
  void a_release_whose_answer_is_lost_does_not_end_the_next_lease() {
    RefillLease lease = store.acquire(anyHolder(), LENGTH).orElseThrow();
    way.loseAnswerTo("EVALSHA");
    way.onLoss(() -> REDIS.store().acquire(anyHolder(), LENGTH));

    store.release(lease);

    assertThat(store.acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void a_peer_that_says_nothing_ends_the_call_and_then_the_connection() {
    try (RedisStore hasty = hasty()) {
      way.freeze();

      assertThatThrownBy(() -> hasty.find(anyHolder()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("Redis at 127.0.0.1:" + way.port() + " did not read a schedule")
          .hasRootCauseInstanceOf(RedisCommandTimeoutException.class);

      assertThat(awaited(() -> hasty.find(anyHolder()).codes())).hasSize(1);
    }
  }

  @Test
  void what_was_not_answered_in_time_is_not_sent_over_the_next_connection() {
    try (RedisStore hasty = hasty()) {
      way.freeze();

      assertThatThrownBy(() -> hasty.supersede(anyHolder()))
          .isInstanceOf(StoreUnavailableException.class);
      awaited(() -> hasty.find(anyHolder()));

      assertThat(scriptCalls()).isZero();
    }
  }

  @Test
  void a_writer_that_slept_past_its_lease_is_refused() {
    RefillLease sleeper = store.acquire(anyHolder(), LENGTH).orElseThrow();
    REDIS.elapse(LENGTH);
    RefillLease next = REDIS.store().acquire(anyHolder(), LENGTH).orElseThrow();
    CodeSchedule theirs =
        REDIS
            .store()
            .update(
                anyHolder(),
                held -> held.refilled(schedule(5, 1, REDIS.now()), next.fencingToken()));

    store.update(
        anyHolder(), held -> held.refilled(schedule(9, 1, REDIS.now()), sleeper.fencingToken()));

    assertThat(store.find(anyHolder())).isEqualTo(theirs);
  }

  @Test
  void a_writer_that_slept_between_reading_and_writing_begins_again() {
    AtomicInteger tries = new AtomicInteger();

    store.update(
        anyHolder(),
        held -> {
          if (tries.incrementAndGet() == 1) {
            REDIS.store().update(anyHolder(), any -> any.withoutAll(5));
          }
          return held.merge(schedule(7, 1, REDIS.now()));
        });

    assertThat(tries).hasValue(2);
    assertThat(store.find(anyHolder()).retired()).hasSize(1);
  }

  @Test
  void a_writer_that_slept_until_all_was_forgotten_and_written_anew_begins_again() {
    AtomicInteger tries = new AtomicInteger();

    store.update(
        anyHolder(),
        held -> {
          if (tries.incrementAndGet() == 1) {
            REDIS.raw().flushall();
            REDIS.store().update(anyHolder(), any -> schedule(3, 1, REDIS.now()).withoutAll(5));
          }
          return held.merge(schedule(7, 1, REDIS.now()));
        });

    assertThat(tries).hasValue(2);
    assertThat(store.find(anyHolder()).retired()).hasSize(1);
  }

  @Test
  void a_schedule_that_others_always_change_first_is_given_up() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                store.update(
                    anyHolder(),
                    held -> {
                      REDIS
                          .store()
                          .update(anyHolder(), any -> any.withoutAll(tries.incrementAndGet()));
                      return held.withoutAll(1_000);
                    }))
        .isInstanceOf(StoreUnavailableException.class)
        .hasRootCauseMessage("Others changed it 200 times meanwhile");

    assertThat(tries).hasValue(200);
  }

  @Test
  void scripts_that_the_server_has_forgotten_are_sent_again() {
    REDIS.raw().scriptFlush();

    assertThat(store.acquire(anyHolder(), LENGTH)).isPresent();
  }

  @Test
  void a_full_server_is_a_store_that_is_down() {
    REDIS.raw().configSet("maxmemory", "1");
    try {
      assertThatThrownBy(() -> store.update(anyHolder(), held -> held.withoutAll(7)))
          .isInstanceOf(StoreUnavailableException.class)
          .cause()
          .hasMessageContaining("OOM");
    } finally {
      REDIS.raw().configSet("maxmemory", "0");
    }
  }

  @Test
  void an_interrupted_caller_is_told_at_once_and_stays_interrupted() {
    way.freeze();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> store.find(anyHolder())).isInstanceOf(StoreUnavailableException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_closed_store_is_down() {
    store.close();

    assertThatThrownBy(() -> store.find(anyHolder()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasRootCauseMessage("The store was closed");
  }

  @Test
  void a_store_can_be_closed_by_an_interrupted_thread() {
    Thread.currentThread().interrupt();

    store.close();

    assertThat(Thread.interrupted()).isTrue();
  }

  private RedisStore hasty() {
    return RedisStore.at("redis://127.0.0.1:" + way.port())
        .timeout(Duration.ofMillis(250))
        .scope(SharedRedis.SCOPE)
        .open(SharedRedis.KEYS);
  }

  /** What the call brings back as soon as the store is there again; that it is, ends the test. */
  private static <T> T awaited(Supplier<T> call) {
    while (true) {
      try {
        return call.get();
      } catch (StoreUnavailableException notYet) {
        assertThat(notYet).hasCauseInstanceOf(RedisException.class);
      }
    }
  }

  private static long scriptCalls() {
    return SCRIPT_CALLS
        .matcher(REDIS.raw().info("commandstats"))
        .results()
        .map((MatchResult found) -> Long.parseLong(found.group(1)))
        .findFirst()
        .orElse(0L);
  }
}
