package dev.paycode.benchmarks;

import dev.paycode.persistence.RedisStore;
import dev.paycode.persistence.StoreKeys;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Gets from Redis what the store keeps there, and makes nothing of it. */
@State(Scope.Benchmark)
public class BareGetBenchmark {

  private static final int HOLDERS = 1_000;

  private LocalRedis server;
  private RedisClient client;
  private RedisCommands<byte[], byte[]> commands;
  private List<byte[]> keys;

  /** Made by JMH. */
  public BareGetBenchmark() {}

  /** Has the store keep codes of many holders. */
  @Setup
  public void fill() {
    server = LocalRedis.start();
    try (RedisStore store = RedisStore.at(server.address()).open(StoreKeys.generate())) {
      Holders.fill(store, HOLDERS, Instant.now());
    }
    client = RedisClient.create(server.address());
    commands = client.connect(ByteArrayCodec.INSTANCE).sync();
    keys = commands.keys("paycode:{*}:codes");
    if (keys.size() != HOLDERS) {
      throw new IllegalStateException("not every holder has a value of its own: " + keys.size());
    }
  }

  /** Ends the server. */
  @TearDown
  public void close() {
    client.shutdown();
    server.close();
  }

  /** Any of the values. */
  @Benchmark
  public byte[] bareGet() {
    return commands.get(keys.get(ThreadLocalRandom.current().nextInt(keys.size())));
  }
}
