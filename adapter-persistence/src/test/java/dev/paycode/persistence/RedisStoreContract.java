package dev.paycode.persistence;

import java.time.Duration;
import java.time.Instant;

/** The contracts on a server or on a cluster. */
abstract class RedisStoreContract extends CodeStoreContract {

  private final SharedRedis redis;

  RedisStoreContract(SharedRedis redis) {
    this.redis = redis;
  }

  @Override
  CodeStore store() {
    return redis.store();
  }

  @Override
  Instant now() {
    return redis.now();
  }

  @Override
  void elapse(Duration time) {
    redis.elapse(time);
  }
}
