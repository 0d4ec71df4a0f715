package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.request.CodeHolder;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Schedules in Redis: read by GET, replaced by a script unless somebody else was faster. */
final class RedisSchedules implements CodeSchedules {

  /** How long a fence must hold off late writers (the port's contract). */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /** Far more than one holder's devices and servers can need. */
  private static final int MOST_TRIES = 200;

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
    return connection.call("change a schedule", redis -> updated(redis, keys, change));
  }

  private CodeSchedule updated(
      RedisClusterCommands<byte[], byte[]> redis,
      RedisKeys keys,
      UnaryOperator<CodeSchedule> change) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      RedisValue held = read(redis, keys);
      CodeSchedule before = opened(keys, held);
      CodeSchedule after = change.apply(before);
      if (after.equals(before) || isReplaced(redis, keys, held, after)) {
        return after;
      }
    }
    throw new RedisException("Others changed it " + MOST_TRIES + " times meanwhile");
  }

  private boolean isReplaced(
      RedisClusterCommands<byte[], byte[]> redis,
      RedisKeys keys,
      RedisValue held,
      CodeSchedule schedule) {
    RedisValue mine = RedisValue.sealed(sealing, keys.lookup(), random.nextLong(), schedule);
    try {
      return RedisScript.REPLACE.run(
              redis,
              new byte[][] {keys.schedule()},
              held.version(),
              mine.bytes(),
              RedisScript.millis(lastExpiry(schedule)),
              RedisScript.millis(SHORTEST))
          == 1;
    } catch (RedisException failed) {
      return isReplacedUnanswered(redis, keys, held, mine, failed);
    }
  }

  /**
   * Whether the schedule was replaced, though nobody said so. If it was not, it never will be: the
   * script that may still be on its way finds another version once this one is replaced.
   */
  private boolean isReplacedUnanswered(
      RedisClusterCommands<byte[], byte[]> redis,
      RedisKeys keys,
      RedisValue held,
      RedisValue mine,
      RedisException failure) {
    if (!RedisConnection.isAnswerLost(failure)) {
      throw failure;
    }
    RedisValue kept = read(redis, keys);
    if (!kept.isSameVersionAs(mine) && !kept.isSameVersionAs(held)) {
      throw failure;
    }
    return kept.isSameVersionAs(mine);
  }

  private static Instant lastExpiry(CodeSchedule schedule) {
    return Stream.concat(schedule.codes().stream(), schedule.retired().stream())
        .map((IssuedCode issued) -> issued.window().expiry())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private RedisValue read(RedisClusterCommands<byte[], byte[]> redis, RedisKeys keys) {
    try {
      return RedisValue.of(connection.patiently(() -> redis.get(keys.schedule())));
    } catch (RedisCommandExecutionException refused) {
      if (String.valueOf(refused.getMessage()).startsWith("WRONGTYPE")) {
        return RedisValue.OF_ANOTHER_TYPE;
      }
      throw refused;
    }
  }

  private CodeSchedule opened(RedisKeys keys, RedisValue value) {
    return value.opened(sealing, keys.lookup()).orElse(CodeSchedule.empty());
  }
}
