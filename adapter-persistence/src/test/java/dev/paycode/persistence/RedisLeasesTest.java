package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paycode.port.out.RefillLease;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisLeasesTest {

  private static final Duration LENGTH = Duration.ofSeconds(16);

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.server();

  @Test
  void a_lease_ends_when_its_length_is_over() {
    REDIS.store().acquire(anyHolder(), LENGTH);

    assertThat(REDIS.raw().pttl(keys().lease())).isBetween(1L, LENGTH.toMillis());
  }

  @Test
  void a_lease_survives_a_change_of_the_schedule() {
    REDIS.store().acquire(anyHolder(), LENGTH);
    REDIS.store().update(anyHolder(), held -> schedule(1, 10, REDIS.now()));

    assertThat(REDIS.store().acquire(anyHolder(), LENGTH)).isEmpty();
  }

  @Test
  void tokens_go_on_growing_after_redis_has_forgotten_everything() {
    RefillLease before = acquired();
    REDIS.raw().flushall();

    assertThat(acquired().fencingToken()).isGreaterThan(before.fencingToken());
  }

  @Test
  void tokens_go_on_growing_after_the_clock_of_redis_was_set_back() {
    long ahead = acquired().fencingToken() + Duration.ofMinutes(5).toNanos() / 1_000;
    REDIS.raw().set(keys().lastToken(), Long.toString(ahead).getBytes(US_ASCII));

    assertThat(REDIS.store().supersede(anyHolder())).isEqualTo(ahead + 1);
  }

  @Test
  void a_token_is_remembered_for_ten_minutes_more_than_its_lease_runs() {
    acquired();

    assertThat(Duration.ofMillis(REDIS.raw().pttl(keys().lastToken())))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(10).plus(LENGTH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "-1", "1e300", "nan", "inf", "9223372036854775807"})
  void a_last_token_that_is_none_is_made_good(String nonsense) {
    REDIS.raw().set(keys().lastToken(), nonsense.getBytes(US_ASCII));

    assertThat(REDIS.store().supersede(anyHolder()))
        .isBetween(REDIS.now().getEpochSecond() * 1_000_000, 9_007_199_254_740_991L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "12", "12:", ":ab"})
  void a_lease_that_is_none_is_nobodys(String nonsense) {
    REDIS.raw().set(keys().lease(), nonsense.getBytes(US_ASCII), SetArgs.Builder.px(60_000));

    assertThat(REDIS.store().acquire(anyHolder(), LENGTH)).isPresent();
  }

  @Test
  void keys_of_another_type_are_replaced() {
    REDIS.raw().lpush(keys().lease(), new byte[1]);
    REDIS.raw().lpush(keys().lastToken(), new byte[1]);

    RefillLease lease = acquired();

    assertThat(REDIS.store().acquire(anyHolder(), LENGTH)).isEmpty();
    assertThat(REDIS.store().supersede(anyHolder())).isGreaterThan(lease.fencingToken());
  }

  @Test
  void a_lease_without_an_end_is_none() {
    acquired();
    REDIS.raw().persist(keys().lease());

    assertThat(REDIS.store().acquire(anyHolder(), LENGTH)).isPresent();
  }

  @Test
  void the_shortest_lease_is_a_lease() {
    assertThat(REDIS.store().acquire(anyHolder(), Duration.ofNanos(1))).isPresent();
  }

  @Test
  void a_lease_without_length_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REDIS.store().acquire(anyHolder(), Duration.ZERO))
        .withMessage("A lease's length must be positive, not PT0S");
  }

  private static RefillLease acquired() {
    return REDIS.store().acquire(anyHolder(), LENGTH).orElseThrow();
  }

  private static RedisKeys keys() {
    return new RedisKeys(REDIS.sealing().lookup(anyHolder()));
  }
}
