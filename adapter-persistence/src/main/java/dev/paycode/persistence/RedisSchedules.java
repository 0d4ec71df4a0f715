package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.request.CodeHolder;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Schedules in Redis: read by GET, replaced by a script unless somebody else was faster. */
final class RedisSchedules implements CodeSchedules {

  /** How long a fence must hold off late writers (the port's contract). */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final RedisConnection connection;
  private final Sealing sealing;
  private final SecureRandom random = new SecureRandom();

  RedisSchedules(RedisConnection connection, Sealing sealing) {
    this.connection = connection;
    this.sealing = sealing;
  }

  @Override
  public CodeSchedule find(CodeHolder holder) {
    RedisKeys keys = new RedisKeys(sealing.lookup(holder));
    return connection.call("read a schedule", redis -> opened(keys, read(redis, keys)));
  }

  @Override
  public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    RedisKeys keys = new RedisKeys(sealing.lookup(holder));
    return connection.call(
        "change a schedule", redis -> new RedisChange(this, redis, keys, change).made());
  }

  /** What is there now; asked for again where the answer is lost. */
  RedisValue read(RedisClusterCommands<byte[], byte[]> redis, RedisKeys keys) {
    try {
      return RedisValue.of(connection.patiently(() -> redis.get(keys.schedule())));
    } catch (RedisCommandExecutionException refused) {
      if (String.valueOf(refused.getMessage()).startsWith("WRONGTYPE")) {
        return RedisValue.OF_ANOTHER_TYPE;
      }
      throw refused;
    }
  }

  CodeSchedule opened(RedisKeys keys, RedisValue value) {
    return value.opened(sealing, keys.lookup()).orElse(CodeSchedule.empty());
  }

  RedisValue sealed(RedisKeys keys, CodeSchedule schedule) {
    return RedisValue.sealed(sealing, keys.lookup(), random.nextLong(), schedule);
  }

  /** Whether the one was replaced by the other; not if it was no longer there. Asks only once. */
  boolean isReplaced(
      RedisClusterCommands<byte[], byte[]> redis,
      RedisKeys keys,
      RedisValue before,
      RedisValue after,
      Instant lastExpiry) {
    return RedisScript.REPLACE.run(
            redis,
            new byte[][] {keys.schedule()},
            before.version(),
            after.bytes(),
            RedisScript.millis(lastExpiry),
            RedisScript.millis(SHORTEST))
        == 1;
  }
}
