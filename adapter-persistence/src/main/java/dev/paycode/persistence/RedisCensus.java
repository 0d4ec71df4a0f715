package dev.paycode.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Goes through all keys of the store, on all nodes. What changes meanwhile may count or not. */
final class RedisCensus {

  private static final int PAGE = 500;

  /** What Redis answers of a key without an end. */
  private static final long ENDLESS = -1;

  private final RedisConnection connection;
  private final RedisClusterCommands<byte[], byte[]> redis;
  private final Sealing sealing;

  RedisCensus(
      RedisConnection connection, RedisClusterCommands<byte[], byte[]> redis, Sealing sealing) {
    this.connection = connection;
    this.redis = redis;
    this.sealing = sealing;
  }

  StoreStatus status() {
    Census census = new Census(now());
    Set<String> counted = new HashSet<>();
    forEachPage(
        RedisKeys.SCHEDULES,
        keys ->
            values(keys).stream()
                .filter(found -> found.hasValue())
                .forEach(found -> count(census, counted, found.getKey(), found.getValue())));
    return census.status();
  }

  private List<KeyValue<byte[], byte[]>> values(List<byte[]> keys) {
    return keys.isEmpty()
        ? List.of()
        : connection.patiently(() -> redis.mget(keys.toArray(byte[][]::new)));
  }

  private void count(Census census, Set<String> counted, byte[] key, byte[] value) {
    String lookup = RedisKeys.of(key).lookup();
    if (counted.add(lookup)) {
      census.count(RedisValue.of(value).opened(sealing, lookup));
    }
  }

  private Instant now() {
    List<byte[]> time = connection.patiently(redis::time);
    return Instant.ofEpochSecond(number(time.get(0)), number(time.get(1)) * 1_000);
  }

  private static long number(byte[] text) {
    return Long.parseLong(new String(text, US_ASCII));
  }

  /** Removes what has no end: none of it was written by this store, and Redis would keep it. */
  long purge() {
    Set<String> purged = new HashSet<>();
    forEachPage(
        RedisKeys.ALL,
        keys ->
            keys.stream()
                .filter(key -> connection.patiently(() -> redis.pttl(key)) == ENDLESS)
                .filter(key -> connection.patiently(() -> redis.del(key)) > 0)
                .forEach(key -> purged.add(RedisKeys.of(key).lookup())));
    return purged.size();
  }

  private void forEachPage(String pattern, Consumer<List<byte[]>> action) {
    ScanArgs args = ScanArgs.Builder.matches(pattern).limit(PAGE);
    KeyScanCursor<byte[]> page = connection.patiently(() -> redis.scan(args));
    action.accept(page.getKeys());
    while (!page.isFinished()) {
      KeyScanCursor<byte[]> last = page;
      page = connection.patiently(() -> redis.scan(last, args));
      action.accept(page.getKeys());
    }
  }
}
