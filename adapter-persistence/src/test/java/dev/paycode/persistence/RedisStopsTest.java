package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.anyRequest;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
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
        .scope(SharedRedis.SCOPE)
        .open(SharedRedis.KEYS);
  }

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  @Test
  void a_stopped_server_is_a_store_that_is_down_and_one_that_is_started_again_is_up() {
    RefillLease lease = leased();
    server.stop();

    assertThatThrownBy(() -> store.find(anyHolder())).satisfies(this::isDown);
    assertThatThrownBy(() -> store.update(anyHolder(), held -> held.withoutAll(1)))
        .satisfies(this::isDown);
    assertThatThrownBy(() -> store.acquire(anyHolder(), LENGTH)).satisfies(this::isDown);
    assertThatThrownBy(() -> store.release(lease)).satisfies(this::isDown);
    assertThatThrownBy(() -> store.supersede(anyHolder())).satisfies(this::isDown);
    assertThatThrownBy(store::status).satisfies(this::isDown);

    server.start();
    assertThat(foundWhenUp(store))
        .as("what a server without a disk remembers")
        .isEqualTo(CodeSchedule.empty());
    assertThat(leased().fencingToken()).isGreaterThan(lease.fencingToken());
  }

  private RefillLease leased() {
    try (RedisStore patient = SharedRedis.patientStore(server.port())) {
      RefillLease lease = patient.acquire(anyHolder(), LENGTH).orElseThrow();
      patient.update(anyHolder(), held -> schedule(1, 3, START));
      return lease;
    }
  }

  private void isDown(Throwable failure) {
    assertThat(failure)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith("Redis at 127.0.0.1:" + server.port() + " did not ");
  }

  private CodeSchedule foundWhenUp(RedisStore store) {
    while (true) {
      try {
        return store.find(anyHolder());
      } catch (StoreUnavailableException notYet) {
        isDown(notYet);
      }
    }
  }

  @Test
  void a_store_that_is_opened_before_its_server_is_down_until_that_is_there() {
    server.stop();
    try (RedisStore early = opened()) {
      assertThatThrownBy(() -> early.find(anyHolder())).satisfies(this::isDown);
      assertThatThrownBy(() -> early.acquire(anyHolder(), LENGTH)).satisfies(this::isDown);
      assertThatThrownBy(early::ping)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("Redis at 127.0.0.1:" + server.port() + " did not connect")
          .hasRootCauseInstanceOf(ConnectException.class);

      server.start();
      RefillLease lease = leased();
      assertThat(foundWhenUp(early).codes()).hasSize(3);
      assertThat(early.acquire(anyHolder(), LENGTH)).isEmpty();
      early.release(lease);
    }
  }

  @Test
  void nothing_is_bought_for_a_store_that_is_opened_before_its_server() {
    server.stop();
    try (RedisStore early = opened()) {
      AtomicInteger calls = new AtomicInteger();
      UseCases wallet =
          UseCases.over(
                  request -> {
                    calls.incrementAndGet();
                    throw new AssertionError("bought what cannot be kept");
                  },
                  early,
                  early,
                  new TimeAndChance(InstantSource.system(), System::nanoTime, pause -> {}, () -> 0))
              .build();

      assertThat(wallet.present().present(anyRequest())).isInstanceOf(Showing.StoreDown.class);
      assertThat(calls).hasValue(0);
    }
  }
}
