package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisCredentialsTest {

  private static final String PASSWORD = "c4n4ry-p4ssw0rd";
  private static final StoreKeys KEYS = SharedRedis.KEYS;
  private static final Instant START = Instant.parse("2124-06-01T12:00:00Z");

  private static RealRedis server;

  @BeforeAll
  static void start() throws IOException {
    server = RealRedis.started(RedisGuide.users(PASSWORD).toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_user_of_the_guide_may_do_what_the_store_does() {
    try (RedisStore store = openedWith(PASSWORD)) {
      store.ping();
      useAllOf(store);
    }
  }

  @Test
  void a_wrong_password_is_refused_and_not_repeated() {
    try (RedisStore store = openedWith("wr0ng-p4ssw0rd")) {
      assertThatThrownBy(store::ping)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("Redis at 127.0.0.1:" + server.port() + " did not connect")
          .hasRootCauseMessage("WRONGPASS invalid username-password pair or user is disabled.")
          .satisfies(failure -> assertThat(textOf(failure)).doesNotContain("wr0ng-p4ssw0rd"));
    }
  }

  @Test
  void a_store_that_names_no_user_is_refused() {
    try (RedisStore store = RedisStore.at(server.address()).scope(SharedRedis.SCOPE).open(KEYS)) {
      assertThatThrownBy(store::ping)
          .isInstanceOf(StoreUnavailableException.class)
          .hasRootCauseMessage("NOAUTH Authentication required.");
    }
  }

  @Test
  void even_the_most_talkative_log_has_no_secret() {
    RedisStoreBuilder builder = builder(PASSWORD);
    try (TalkativeLog log = TalkativeLog.opened()) {
      try (RedisStore store = builder.scope(SharedRedis.SCOPE).open(KEYS)) {
        useAllOf(store);
        log.lines().add(store + " " + builder);
      }

      assertThat(log.lines())
          .anyMatch(line -> line.contains("Sent:") && line.contains("EVALSHA"))
          .noneMatch(line -> line.contains(PASSWORD))
          .noneMatch(line -> line.contains(code(1).reveal()))
          .noneMatch(line -> line.contains(anyHolder().customerId().value()));
    }
  }

  private static RedisStore openedWith(String password) {
    return builder(password).scope(SharedRedis.SCOPE).open(KEYS);
  }

  private static RedisStoreBuilder builder(String password) {
    return RedisStore.at(server.address()).authenticatedAs("paycode", password.toCharArray());
  }

  private static void useAllOf(RedisStore store) {
    RefillLease lease = store.acquire(anyHolder(), Duration.ofSeconds(16)).orElseThrow();
    store.update(anyHolder(), held -> held.refilled(schedule(1, 3, START), lease.fencingToken()));
    store.release(lease);
    store.update(anyHolder(), held -> held.withoutAll(store.supersede(anyHolder())));
    assertThat(store.find(anyHolder()).retired()).hasSize(3);
    assertThat(store.status().holders()).isEqualTo(1);
    assertThat(store.purge()).isZero();
  }

  private static String textOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
