package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.holder;
import static dev.paycode.contract.Fixtures.schedule;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import dev.paycode.persistence.DroppedRow.Reason;
import dev.paycode.request.CodeHolder;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisAtRestTest {

  private static final CodeHolder ANOTHER = holder("customer-2", "device-1");

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.server();

  @Test
  void neither_codes_nor_customers_stand_in_clear() {
    REDIS.store().acquire(anyHolder(), Duration.ofSeconds(16));
    REDIS.store().update(anyHolder(), held -> schedule(1, 10, REDIS.now()));

    List<String> all =
        REDIS.keys().stream()
            .flatMap(key -> Stream.of(key, REDIS.raw().get(key)))
            .map(bytes -> new String(bytes, ISO_8859_1))
            .toList();

    assertThat(all)
        .hasSize(6)
        .noneMatch(text -> text.contains(code(1).reveal()))
        .noneMatch(text -> text.contains(anyHolder().customerId().value()))
        .noneMatch(text -> text.contains(anyHolder().deviceTokenId()));
  }

  @Test
  void all_that_is_one_holders_lies_in_one_slot() {
    REDIS.store().acquire(anyHolder(), Duration.ofSeconds(16));
    REDIS.store().update(anyHolder(), held -> schedule(1, 10, REDIS.now()));

    assertThat(REDIS.keys()).hasSize(3).extracting(SlotHash::getSlot).containsOnly(slot());
  }

  @Test
  void the_same_schedule_never_looks_the_same_twice() {
    CodeSchedule tenCodes = schedule(1, 10, REDIS.now());
    REDIS.store().update(anyHolder(), held -> tenCodes);
    byte[] first = value();
    REDIS.store().update(anyHolder(), held -> CodeSchedule.empty());
    REDIS.store().update(anyHolder(), held -> tenCodes);

    assertThat(Arrays.copyOf(value(), 8)).isNotEqualTo(Arrays.copyOf(first, 8));
    assertThat(value()).isNotEqualTo(first);
  }

  @Test
  void a_value_with_any_byte_changed_does_not_open() {
    REDIS.store().update(anyHolder(), held -> schedule(1, 2, REDIS.now()));
    byte[] value = value();

    for (int i = 0; i < value.length; i++) {
      byte[] changed = value.clone();
      changed[i] ^= 1;
      put(changed);
      assertThat(REDIS.store().find(anyHolder())).isEqualTo(CodeSchedule.empty());
    }
    assertThat(REDIS.dropped()).hasSize(value.length);
  }

  @Test
  void a_value_cut_short_anywhere_does_not_open() {
    REDIS.store().update(anyHolder(), held -> schedule(1, 2, REDIS.now()));
    byte[] value = value();

    for (int length = 1; length < value.length; length++) {
      put(Arrays.copyOf(value, length));
      assertThat(REDIS.store().find(anyHolder())).isEqualTo(CodeSchedule.empty());
    }
    assertThat(REDIS.dropped())
        .hasSize(value.length - 1)
        .extracting(DroppedRow::reason)
        .containsOnly(Reason.ALTERED);
  }

  @Test
  void a_value_moved_to_another_holder_does_not_open() {
    REDIS.store().update(anyHolder(), held -> schedule(1, 2, REDIS.now()));
    REDIS.raw().set(keys(ANOTHER).schedule(), value());

    assertThat(REDIS.store().find(ANOTHER)).isEqualTo(CodeSchedule.empty());
    assertThat(REDIS.dropped())
        .containsExactly(new DroppedRow(keys(ANOTHER).lookup(), Reason.ALTERED));
  }

  @Test
  void a_value_sealed_by_a_key_that_is_gone_does_not_open() {
    StoreKeys rotated = SharedRedis.KEYS.withNewKey().withNewestKeySealing();
    try (RedisStore ahead =
        RedisStore.at(REDIS.address()).open(rotated, SharedRedis.SCOPE, row -> {})) {
      ahead.update(anyHolder(), held -> schedule(1, 2, REDIS.now()));
    }

    assertThat(REDIS.store().find(anyHolder())).isEqualTo(CodeSchedule.empty());
    assertThat(REDIS.dropped()).extracting(DroppedRow::reason).containsExactly(Reason.UNKNOWN_KEY);
  }

  @Test
  void what_does_not_open_is_replaced_by_the_next_change() {
    put("nothing of ours".getBytes(ISO_8859_1));

    CodeSchedule made = REDIS.store().update(anyHolder(), held -> schedule(1, 2, REDIS.now()));

    assertThat(REDIS.store().find(anyHolder())).isEqualTo(made);
    assertThat(REDIS.dropped()).hasSize(1);
  }

  @Test
  void a_key_of_another_type_is_dropped_and_replaced_by_the_next_change() {
    REDIS.raw().lpush(keys(anyHolder()).schedule(), new byte[1]);

    assertThat(REDIS.store().find(anyHolder())).isEqualTo(CodeSchedule.empty());
    CodeSchedule made = REDIS.store().update(anyHolder(), held -> schedule(1, 2, REDIS.now()));

    assertThat(REDIS.store().find(anyHolder())).isEqualTo(made);
    assertThat(REDIS.dropped())
        .hasSize(2)
        .extracting(DroppedRow::reason)
        .containsOnly(Reason.ALTERED);
  }

  @Test
  void in_another_scope_the_holder_is_another() {
    REDIS.store().update(anyHolder(), held -> schedule(1, 2, REDIS.now()));
    try (RedisStore other =
        RedisStore.at(REDIS.address()).open(SharedRedis.KEYS, "other", row -> {})) {
      assertThat(other.find(anyHolder())).isEqualTo(CodeSchedule.empty());
    }
  }

  @Test
  void the_status_counts_holders_and_codes_and_what_does_not_open() {
    REDIS.store().update(anyHolder(), held -> schedule(1, 3, REDIS.now()));
    REDIS.store().update(ANOTHER, held -> schedule(4, 2, REDIS.now().plusSeconds(30)));
    REDIS.raw().set(new RedisKeys("somebody").schedule(), new byte[40]);

    StoreStatus status = REDIS.store().status();

    assertThat(status.holders()).isEqualTo(3);
    assertThat(status.codes()).isEqualTo(5);
    assertThat(status.nextExpiry()).hasValue(REDIS.now().plusSeconds(60));
    assertThat(status.unreadable()).isEqualTo(1);
  }

  private static int slot() {
    return SlotHash.getSlot(keys(anyHolder()).lookup());
  }

  private static byte[] value() {
    return REDIS.raw().get(keys(anyHolder()).schedule());
  }

  private static void put(byte[] value) {
    REDIS.raw().set(keys(anyHolder()).schedule(), value, SetArgs.Builder.px(60_000));
  }

  private static RedisKeys keys(CodeHolder holder) {
    return new RedisKeys(REDIS.sealing().lookup(holder));
  }
}
