package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.holder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cluster loses a node, and the node's replica takes over, while a store is open. */
class RedisClusterFailoverTest {

  private static final Instant START = Instant.parse("2124-06-01T12:00:00Z");
  private static final Duration LENGTH = Duration.ofMinutes(5);

  /** Enough to be on all of three nodes. */
  private static final List<CodeHolder> HOLDERS =
      IntStream.range(0, 20).mapToObj(i -> holder("customer-" + i, "device")).toList();

  @Test
  void the_open_store_goes_on_with_the_replica_where_the_lost_node_stopped() {
    List<RealRedis> nodes = SharedRedis.startedCluster();
    RealRedis lost = nodes.get(0);
    try (RealRedis replica = SharedRedis.replicaInCluster(lost);
        RedisStore store =
            RedisStore.inCluster(List.of(nodes.get(1).address(), nodes.get(2).address()))
                .open(SharedRedis.KEYS)) {
      List<RefillLease> leases =
          HOLDERS.stream().map(each -> filledAndLeased(store, each)).toList();
      long replicas = on(lost, redis -> redis.waitForReplication(1, 0));
      assertThat(replicas).isEqualTo(1);

      lost.stop();
      String takenOver = on(replica, redis -> redis.clusterFailover(true, true));
      assertThat(takenOver).isEqualTo("OK");

      assertThat(leases).allSatisfy(lease -> assertIsWhole(store, lease));
      lost.start();
    } finally {
      nodes.forEach(RealRedis::close);
    }
  }

  private static RefillLease filledAndLeased(RedisStore store, CodeHolder holder) {
    RefillLease lease = store.acquire(holder, LENGTH).orElseThrow();
    store.update(holder, held -> schedule(1, 3, START).without(code(2)));
    return lease;
  }

  private static void assertIsWhole(RedisStore store, RefillLease lease) {
    CodeHolder holder = lease.holder();
    CodeSchedule kept = foundWhenUp(store, holder);
    assertThat(kept).isEqualTo(schedule(1, 3, START).without(code(2)));
    assertThat(store.acquire(holder, LENGTH)).as("the lease that runs").isEmpty();
    assertThat(store.supersede(holder)).isGreaterThan(lease.fencingToken());
  }

  private static CodeSchedule foundWhenUp(RedisStore store, CodeHolder holder) {
    while (true) {
      try {
        return store.find(holder);
      } catch (StoreUnavailableException notYet) {
        assertThat(notYet).hasMessageStartingWith("Redis at ");
      }
    }
  }

  private static <T> T on(RealRedis server, Function<RedisCommands<String, String>, T> action) {
    try (RedisClient client = RedisClient.create(server.address())) {
      return action.apply(client.connect().sync());
    }
  }
}
