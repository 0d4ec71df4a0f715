package dev.paycode.persistence;

import dev.paycode.contract.CodeSchedulesContract;
import dev.paycode.contract.RefillLeasesContract;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisContractTest {

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.server();

  @Nested
  class Schedules extends CodeSchedulesContract {

    @Override
    protected CodeSchedules schedules() {
      return REDIS.store();
    }

    @Override
    protected Instant now() {
      return REDIS.now();
    }
  }

  @Nested
  class Leases extends RefillLeasesContract {

    @Override
    protected RefillLeases leases() {
      return REDIS.store();
    }

    @Override
    protected void elapse(Duration time) {
      REDIS.elapse(time);
    }
  }
}
