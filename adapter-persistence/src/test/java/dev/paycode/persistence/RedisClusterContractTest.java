package dev.paycode.persistence;

import org.junit.jupiter.api.extension.RegisterExtension;

class RedisClusterContractTest extends RedisStoreContract {

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.cluster();

  RedisClusterContractTest() {
    super(REDIS);
  }
}
