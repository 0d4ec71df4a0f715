package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.schedule;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisForgetsTest {

  /** Longer than a test takes between two of its steps. */
  private static final Duration A_WHILE = Duration.ofSeconds(20);

  private static final Duration LENGTH = Duration.ofSeconds(16);

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.server();

  @Test
  void nothing_it_writes_is_without_an_end() {
    RefillLease lease = REDIS.store().acquire(anyHolder(), LENGTH).orElseThrow();
    REDIS.store().update(anyHolder(), held -> schedule(1, 10, REDIS.now()));
    REDIS.store().update(anyHolder(), held -> held.without(code(2)));
    REDIS.store().update(anyHolder(), held -> CodeSchedule.empty());
    REDIS.store().release(lease);
    REDIS.store().supersede(anyHolder());
    REDIS.store().acquire(anyHolder(), LENGTH);

    assertThat(REDIS.keys()).hasSize(3).allSatisfy(key -> assertThat(lifeOf(key)).isPositive());
  }

  @Test
  void a_schedule_once_its_last_code_has_expired_and_not_before() {
    CodeSchedule tenCodes = schedule(1, 10, REDIS.now());
    Instant end = tenCodes.coverageEnd().orElseThrow();
    REDIS.store().update(anyHolder(), held -> tenCodes);

    REDIS.elapse(Duration.between(REDIS.now(), end).minus(A_WHILE));
    assertThat(REDIS.store().find(anyHolder())).isEqualTo(tenCodes);

    REDIS.elapse(A_WHILE.plusSeconds(1));
    assertThat(REDIS.store().find(anyHolder())).isEqualTo(CodeSchedule.empty());
  }

  @Test
  void a_retired_code_no_sooner_than_it_would_have_expired() {
    REDIS.store().update(anyHolder(), held -> schedule(1, 10, REDIS.now()));
    REDIS.store().update(anyHolder(), held -> held.withoutAll(1));

    REDIS.elapse(Duration.ofSeconds(330).minus(A_WHILE));

    assertThat(REDIS.store().find(anyHolder()).retired()).hasSize(10);
  }

  @Test
  void a_fence_a_minute_after_the_last_change() {
    REDIS.store().update(anyHolder(), held -> held.withoutAll(7));

    REDIS.elapse(Duration.ofMinutes(1).minus(A_WHILE));
    assertThat(REDIS.store().find(anyHolder()).fence()).isEqualTo(7);

    REDIS.elapse(A_WHILE.plusSeconds(1));
    assertThat(REDIS.store().find(anyHolder()).fence()).isZero();
  }

  @Test
  void nothing_while_each_change_begins_the_minute_anew() {
    REDIS.store().update(anyHolder(), held -> held.withoutAll(7));
    REDIS.elapse(Duration.ofSeconds(40));
    REDIS.store().update(anyHolder(), held -> held.withoutAll(8));
    REDIS.elapse(Duration.ofSeconds(40));

    assertThat(REDIS.store().find(anyHolder()).fence()).isEqualTo(8);
  }

  @Test
  void codes_of_the_year_9999_are_kept_without_overflow() {
    Instant late = Instant.parse("9999-12-31T23:00:00Z");
    REDIS.store().update(anyHolder(), held -> schedule(1, 2, late));

    assertThat(REDIS.store().find(anyHolder()).codes()).hasSize(2);
  }

  @Test
  void all_that_has_no_end_when_it_is_told_to() {
    REDIS.store().update(anyHolder(), held -> schedule(1, 10, REDIS.now()));
    REDIS.store().supersede(anyHolder());
    REDIS.keys().forEach(REDIS.raw()::persist);
    List<byte[]> foreign =
        Stream.of("another", "paycode").map(key -> key.getBytes(US_ASCII)).toList();
    foreign.forEach(key -> REDIS.raw().set(key, key));

    assertThat(REDIS.store().purge()).isEqualTo(1);

    assertThat(REDIS.keys()).containsExactlyInAnyOrderElementsOf(foreign);
  }

  @Test
  void nothing_that_has_an_end_when_it_is_told_to() {
    REDIS.store().update(anyHolder(), held -> schedule(1, 10, REDIS.now()));

    assertThat(REDIS.store().purge()).isZero();

    assertThat(REDIS.store().find(anyHolder()).codes()).hasSize(10);
  }

  private static long lifeOf(byte[] key) {
    return REDIS.raw().pttl(key);
  }
}
