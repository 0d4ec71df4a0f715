package dev.paycode.persistence;

import org.junit.jupiter.api.extension.RegisterExtension;

class RedisContractTest extends RedisStoreContract {

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.server();

  RedisContractTest() {
    super(REDIS);
  }
}
