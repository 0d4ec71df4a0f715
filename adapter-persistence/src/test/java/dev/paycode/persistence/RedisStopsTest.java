package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisStopsTest {

  private static final Instant START = Instant.parse("2124-06-01T12:00:00Z");
  private static final Duration LENGTH = Duration.ofSeconds(16);

  private final RealRedis server = RealRedis.started();
  private final RedisStore store = opened();

  private RedisStore opened() {
    return RedisStore.at(server.address())
        .timeout(Duration.ofMillis(100))
        .open(SharedRedis.KEYS, SharedRedis.SCOPE, row -> {});
  }

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  @Test
  void a_stopped_server_is_a_store_that_is_down_and_one_that_is_started_again_is_up() {
    store.update(anyHolder(), held -> schedule(1, 3, START));
    RefillLease lease = store.acquire(anyHolder(), LENGTH).orElseThrow();
    server.stop();

    assertThatThrownBy(() -> store.find(anyHolder())).satisfies(this::isDown);
    assertThatThrownBy(() -> store.update(anyHolder(), held -> held.withoutAll(1)))
        .satisfies(this::isDown);
    assertThatThrownBy(() -> store.acquire(anyHolder(), LENGTH)).satisfies(this::isDown);
    assertThatThrownBy(() -> store.release(lease)).satisfies(this::isDown);
    assertThatThrownBy(() -> store.supersede(anyHolder())).satisfies(this::isDown);
    assertThatThrownBy(store::status).satisfies(this::isDown);

    server.start();
    assertThat(foundWhenUp())
        .as("what a server without a disk remembers")
        .isEqualTo(CodeSchedule.empty());
    assertThat(store.acquire(anyHolder(), LENGTH).orElseThrow().fencingToken())
        .isGreaterThan(lease.fencingToken());
  }

  private void isDown(Throwable failure) {
    assertThat(failure)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith("Redis at 127.0.0.1:" + server.port() + " did not ");
  }

  private CodeSchedule foundWhenUp() {
    while (true) {
      try {
        return store.find(anyHolder());
      } catch (StoreUnavailableException notYet) {
        isDown(notYet);
      }
    }
  }

  @Test
  void a_store_whose_server_is_not_there_does_not_open() {
    server.stop();

    assertThatThrownBy(this::opened)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("Redis at 127.0.0.1:" + server.port() + " did not connect");
  }
}
