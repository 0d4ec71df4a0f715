package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when Redis is started again, or a replica takes over. */
class RedisFailoverTest {

  private static final Instant START = Instant.parse("2124-06-01T12:00:00Z");
  private static final Duration LENGTH = Duration.ofMinutes(5);

  @Test
  void a_server_that_writes_to_a_disk_has_forgotten_nothing_when_it_is_started_again(
      @TempDir Path directory) {
    try (RealRedis server =
        RealRedis.started("dir " + directory, "appendonly yes", "appendfsync always")) {
      RefillLease lease = filledAndLeased(server);

      server.stop();
      server.start();

      assertIsWhole(server, lease);
    }
  }

  @Test
  void a_replica_that_has_all_and_takes_over_goes_on_where_the_first_server_stopped() {
    try (RealRedis first = RealRedis.started();
        RealRedis replica = replicaOf(first)) {
      RefillLease lease = filledAndLeased(first);
      awaitReplica(first);

      first.stop();
      on(replica, RedisCommands::replicaofNoOne);

      assertIsWhole(replica, lease);
      first.start();
    }
  }

  /** The limit that the guide tells of: Redis confirms before a replica has it. */
  @Test
  void a_replica_that_has_not_heard_of_a_log_out_brings_the_codes_back() {
    try (RealRedis first = RealRedis.started();
        RealRedis replica = replicaOf(first)) {
      RefillLease lease = filledAndLeased(first);
      awaitReplica(first);
      String detached = on(replica, RedisCommands::replicaofNoOne);
      assertThat(detached).isEqualTo("OK");
      try (RedisStore store = SharedRedis.patientStore(first.port())) {
        store.update(anyHolder(), held -> held.withoutAll(store.supersede(anyHolder())));
      }

      try (RedisStore store = SharedRedis.patientStore(replica.port())) {
        assertThat(store.find(anyHolder()).codes()).hasSize(2);
        assertThat(store.supersede(anyHolder())).isGreaterThan(lease.fencingToken());
      }
    }
  }

  @Test
  void a_server_that_does_not_write_where_no_replica_listens_confirms_nothing() {
    try (RealRedis first = RealRedis.started("min-replicas-to-write 1", "min-replicas-max-lag 1");
        RedisStore store = SharedRedis.patientStore(first.port())) {
      assertThat(refusal(store)).contains("NOREPLICAS");
    }
  }

  private static String refusal(RedisStore store) {
    try {
      store.update(anyHolder(), held -> held.withoutAll(1));
      return "none";
    } catch (StoreUnavailableException down) {
      return String.valueOf(down.getCause());
    }
  }

  private static RealRedis replicaOf(RealRedis first) {
    RealRedis replica = RealRedis.started();
    on(replica, redis -> redis.replicaof("127.0.0.1", first.port()));
    return replica;
  }

  private static void awaitReplica(RealRedis first) {
    long replicas = on(first, redis -> redis.waitForReplication(1, 0));
    assertThat(replicas).isEqualTo(1);
  }

  /** Three codes, of which one is retired, and a lease that runs. */
  private static RefillLease filledAndLeased(RealRedis server) {
    try (RedisStore store = SharedRedis.patientStore(server.port())) {
      RefillLease lease = store.acquire(anyHolder(), LENGTH).orElseThrow();
      store.update(anyHolder(), held -> schedule(1, 3, START).without(code(2)));
      return lease;
    }
  }

  private static void assertIsWhole(RealRedis server, RefillLease lease) {
    try (RedisStore store = SharedRedis.patientStore(server.port())) {
      CodeSchedule kept = store.find(anyHolder());
      assertThat(kept).isEqualTo(schedule(1, 3, START).without(code(2)));
      assertThat(store.acquire(anyHolder(), LENGTH)).as("the lease that runs").isEmpty();

      long later = store.supersede(anyHolder());
      assertThat(later).isGreaterThan(lease.fencingToken());
      store.update(anyHolder(), held -> held.withoutAll(later));
      store.update(anyHolder(), held -> held.refilled(schedule(7, 1, START), lease.fencingToken()));
      assertThat(store.find(anyHolder()).codes()).as("codes of the late writer").isEmpty();
    }
  }

  private static <T> T on(RealRedis server, Function<RedisCommands<String, String>, T> action) {
    try (RedisClient client = RedisClient.create(server.address())) {
      return action.apply(client.connect().sync());
    }
  }
}
