package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One change of one schedule: read, replace what was read, and begin again if somebody else was
 * faster. Where nobody says whether it was replaced, what is read next tells: the version that was
 * written is known, whenever it arrived. For use by one thread, once.
 */
final class RedisChange {

  /** Far more than one holder's devices and servers can need. */
  private static final int MOST_TRIES = 200;

  /** Who answers what is asked and leaves out what is to be done might do so for ever. */
  private static final int MOST_UNANSWERED = 2;

  private final RedisSchedules schedules;
  private final RedisClusterCommands<byte[], byte[]> redis;
  private final RedisKeys keys;
  private final UnaryOperator<CodeSchedule> change;
  private final List<Unanswered> unanswered = new ArrayList<>();

  RedisChange(
      RedisSchedules schedules,
      RedisClusterCommands<byte[], byte[]> redis,
      RedisKeys keys,
      UnaryOperator<CodeSchedule> change) {
    this.schedules = schedules;
    this.redis = redis;
    this.keys = keys;
    this.change = change;
  }

  /**
   * What is kept now.
   *
   * @throws RedisException if Redis fails, nobody can tell whether the change was made, or others
   *     were always faster
   */
  CodeSchedule made() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      RedisValue held = schedules.read(redis, keys);
      if (isOneOfMine(held)) {
        return schedules.opened(keys, held);
      }
      requireNothingLost(held);
      requireAnswers();
      CodeSchedule before = schedules.opened(keys, held);
      CodeSchedule after = change.apply(before);
      if (after.equals(before) || isReplaced(held, after)) {
        return after;
      }
    }
    throw new RedisException("Others changed it " + MOST_TRIES + " times meanwhile");
  }

  private boolean isOneOfMine(RedisValue held) {
    return unanswered.stream().anyMatch(each -> each.mine().isSameVersionAs(held));
  }

  /** Whoever replaced the version that was read may have replaced it, or what was made of it. */
  private void requireNothingLost(RedisValue held) {
    for (Unanswered each : unanswered) {
      if (!each.before().isSameVersionAs(held)) {
        throw each.failure();
      }
    }
  }

  private void requireAnswers() {
    if (unanswered.size() == MOST_UNANSWERED) {
      throw unanswered.get(MOST_UNANSWERED - 1).failure();
    }
  }

  private boolean isReplaced(RedisValue before, CodeSchedule after) {
    RedisValue mine = schedules.sealed(keys, after);
    Instant lastExpiry = Kept.lastExpiry(after).orElse(Instant.EPOCH);
    try {
      return schedules.isReplaced(redis, keys, before, mine, lastExpiry);
    } catch (RedisException failure) {
      if (!RedisConnection.isAnswerLost(failure)) {
        throw failure;
      }
      unanswered.add(new Unanswered(before, mine, failure));
      return false;
    }
  }

  /** A try to replace one value by another, of which nobody knows how it ended. */
  private record Unanswered(RedisValue before, RedisValue mine, RedisException failure) {}
}
