package dev.paycode.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A real server, or a real cluster of three, that all tests of the run share: started by the first
 * that needs it, empty at the beginning of each.
 */
final class SharedRedis implements BeforeEachCallback {

  static final StoreKeys KEYS = StoreKeys.generate();
  static final String SCOPE = "test";

  /** A busy machine may be slow: what is not about slowness must not fail of it. */
  private static final RedisSettings PATIENT =
      new RedisSettings(Duration.ofSeconds(10), SslOptions.create());

  private static final int NODES = 3;

  /** Lettuce reports every connection that these tests cut. */
  private static final Logger LETTUCE = Logger.getLogger("io.lettuce");

  static {
    LETTUCE.setLevel(Level.OFF);
  }

  private final String name;
  private final Function<String, Running> start;
  private final List<DroppedRow> dropped = new ArrayList<>();
  private Running running;
  private Instant began = Instant.EPOCH;

  private SharedRedis(String name, Function<String, Running> start) {
    this.name = name;
    this.start = start;
  }

  static SharedRedis server() {
    return new SharedRedis("server", name -> Running.server());
  }

  static SharedRedis cluster() {
    return new SharedRedis("cluster", name -> Running.cluster());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.create(SharedRedis.class))
            .getOrComputeIfAbsent(name, start, Running.class);
    raw().flushall();
    dropped.clear();
    List<byte[]> time = raw().time();
    began = Instant.ofEpochSecond(number(time.get(0)), number(time.get(1)) * 1_000);
    running.listener = dropped::add;
  }

  /** An open store. */
  RedisStore store() {
    return running.store;
  }

  /** Another store on the server at this port. */
  static RedisStore patientStore(int port) {
    RedisURI server = RedisURI.create("127.0.0.1", port);
    return new RedisStore(
        RedisConnection.toServer(server, PATIENT), Sealing.with(KEYS, SCOPE, row -> {}));
  }

  /** How the store hides things. */
  Sealing sealing() {
    return Sealing.with(KEYS, SCOPE, row -> {});
  }

  /** What the store said it dropped. */
  List<DroppedRow> dropped() {
    return dropped;
  }

  /** Redis as it is behind the store's back. */
  RedisClusterCommands<byte[], byte[]> raw() {
    return running.raw;
  }

  /** Does this on each server, as its almighty default user. */
  void onEachNode(Consumer<RedisCommands<String, String>> action) {
    running.servers.forEach(
        server -> {
          try (RedisClient client = RedisClient.create(server.address())) {
            action.accept(client.connect().sync());
          }
        });
  }

  String address() {
    return running.servers.get(0).address();
  }

  int port() {
    return running.servers.get(0).port();
  }

  /** The server's time when the test began. */
  Instant now() {
    return began;
  }

  private static long number(byte[] text) {
    return Long.parseLong(new String(text, US_ASCII));
  }

  /**
   * Lets time pass: all that Redis does by its clock is to end keys, so each key's end comes nearer
   * by that much.
   */
  void elapse(Duration time) {
    keys().forEach(key -> raw().pexpire(key, raw().pttl(key) - time.toMillis()));
  }

  List<byte[]> keys() {
    return raw().keys("*");
  }

  private static final class Running implements AutoCloseable {

    private final List<RealRedis> servers;
    private final RedisStore store;
    private final RedisClusterCommands<byte[], byte[]> raw;
    private final Runnable closeRaw;
    private Consumer<DroppedRow> listener = row -> {};

    private Running(
        List<RealRedis> servers,
        RedisConnection connection,
        RedisClusterCommands<byte[], byte[]> raw,
        Runnable closeRaw) {
      this.servers = servers;
      this.raw = raw;
      this.closeRaw = closeRaw;
      this.store =
          new RedisStore(connection, Sealing.with(KEYS, SCOPE, row -> listener.accept(row)));
    }

    static Running server() {
      RealRedis server = RealRedis.started();
      RedisClient client = RedisClient.create(server.address());
      return new Running(
          List.of(server),
          RedisConnection.toServer(RedisURI.create(server.address()), PATIENT),
          client.connect(ByteArrayCodec.INSTANCE).sync(),
          client::shutdown);
    }

    static Running cluster() {
      List<RealRedis> nodes = startedCluster();
      List<RedisURI> uris = uris(nodes);
      RedisClusterClient client = RedisClusterClient.create(uris);
      return new Running(
          nodes,
          RedisConnection.toCluster(uris, PATIENT),
          client.connect(ByteArrayCodec.INSTANCE).sync(),
          client::shutdown);
    }

    @Override
    public void close() {
      store.close();
      closeRaw.run();
      servers.forEach(RealRedis::close);
    }
  }

  /** A cluster of one's own, of three nodes. */
  static List<RealRedis> startedCluster() {
    List<RealRedis> nodes =
        IntStream.range(0, NODES).mapToObj(i -> RealRedis.startedAsNode()).toList();
    List<RedisURI> uris = uris(nodes);
    IntStream.range(0, NODES).forEach(i -> join(uris, i));
    uris.forEach(uri -> await(uri, NODES));
    return nodes;
  }

  /** A fourth node, which has what that one has, and could take its place. */
  static RealRedis replicaInCluster(RealRedis first) {
    RealRedis replica = RealRedis.startedAsNode();
    try (RedisClient client = RedisClient.create(first.address());
        RedisClient replicaClient = RedisClient.create(replica.address())) {
      String id = client.connect().sync().clusterMyId();
      var node = replicaClient.connect().sync();
      node.clusterMeet("127.0.0.1", first.port());
      await(RedisURI.create(replica.address()), NODES + 1);
      node.clusterReplicate(id);
      while (!node.info("replication").contains("master_link_status:up")) {
        Thread.onSpinWait();
      }
    }
    return replica;
  }

  private static List<RedisURI> uris(List<RealRedis> nodes) {
    return nodes.stream().map(node -> RedisURI.create(node.address())).toList();
  }

  /** Gives the node its share of the slots and lets it meet the first one. */
  private static void join(List<RedisURI> nodes, int index) {
    int share = SlotHash.SLOT_COUNT / NODES;
    int end = index == NODES - 1 ? SlotHash.SLOT_COUNT : (index + 1) * share;
    try (RedisClient client = RedisClient.create(nodes.get(index))) {
      var node = client.connect().sync();
      node.clusterAddSlots(IntStream.range(index * share, end).toArray());
      node.clusterMeet("127.0.0.1", nodes.get(0).getPort());
    }
  }

  private static void await(RedisURI uri, int nodes) {
    try (RedisClient client = RedisClient.create(uri)) {
      var node = client.connect().sync();
      while (!node.clusterInfo().contains("cluster_state:ok")
          || !node.clusterInfo().contains("cluster_known_nodes:" + nodes)) {
        Thread.onSpinWait();
      }
    }
  }
}
