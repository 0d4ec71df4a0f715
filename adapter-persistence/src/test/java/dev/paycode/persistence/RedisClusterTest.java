package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.holder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paycode.request.CodeHolder;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ArrayOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisClusterTest {

  /** Enough to be on all of three nodes. */
  private static final List<CodeHolder> HOLDERS =
      IntStream.range(0, 50).mapToObj(i -> holder("customer-" + i, "device")).toList();

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.cluster();

  @Test
  void one_address_is_enough_to_find_the_holders_on_all_nodes() {
    try (RedisStore store = opened()) {
      HOLDERS.forEach(each -> store.update(each, held -> schedule(1, 2, REDIS.now())));
    }

    try (RedisStore store = opened()) {
      assertThat(HOLDERS).allSatisfy(each -> assertThat(store.find(each).codes()).hasSize(2));
    }
  }

  @Test
  void the_status_counts_the_holders_on_all_nodes() {
    HOLDERS.forEach(each -> REDIS.store().update(each, held -> schedule(1, 2, REDIS.now())));

    try (RedisStore store = opened()) {
      assertThat(store.status().holders()).isEqualTo(HOLDERS.size());
    }
  }

  @Test
  void all_nodes_are_purged() {
    HOLDERS.forEach(each -> REDIS.store().update(each, held -> schedule(1, 2, REDIS.now())));
    REDIS.keys().forEach(REDIS.raw()::persist);

    try (RedisStore store = opened()) {
      assertThat(store.purge()).isEqualTo(HOLDERS.size());
    }
  }

  @Test
  void the_user_of_the_guide_may_do_what_the_store_does() throws IOException {
    List<String> user =
        RedisGuide.users("s3cret").stream()
            .filter(line -> line.startsWith("user paycode "))
            .flatMap(line -> Stream.of((line + " +cluster|nodes +info").split(" ")).skip(1))
            .toList();
    REDIS.onEachNode(node -> acl(node, "SETUSER", user));
    try (RedisStore store =
        RedisStore.inCluster(List.of(REDIS.address()))
            .authenticatedAs("paycode", "s3cret".toCharArray())
            .open(SharedRedis.KEYS, SharedRedis.SCOPE, row -> {})) {
      HOLDERS.forEach(each -> store.update(each, held -> schedule(1, 2, REDIS.now())));

      assertThat(store.acquire(HOLDERS.get(0), Duration.ofSeconds(16))).isPresent();
      assertThat(store.status().holders()).isEqualTo(HOLDERS.size());
      assertThat(store.purge()).isZero();
    } finally {
      REDIS.onEachNode(node -> acl(node, "DELUSER", List.of("paycode")));
    }
  }

  private static void acl(
      RedisCommands<String, String> node, String subcommand, List<String> arguments) {
    node.dispatch(
        CommandType.ACL,
        new ArrayOutput<>(StringCodec.UTF8),
        new CommandArgs<>(StringCodec.UTF8).add(subcommand).addValues(arguments));
  }

  @Test
  void a_cluster_without_an_address_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisStore.inCluster(List.of()))
        .withMessage("A cluster is found by 1 address or more, not by none");
  }

  private static RedisStore opened() {
    return RedisStore.inCluster(List.of(REDIS.address()))
        .open(SharedRedis.KEYS, SharedRedis.SCOPE, row -> {});
  }
}
