package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.holder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paycode.code.CodeSchedule;
import dev.paycode.persistence.DroppedRow.Reason;
import dev.paycode.port.out.RefillLease;
import dev.paycode.request.CodeHolder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in the tables, and what becomes of rows that somebody has tampered with. */
abstract class JdbcRowsContract {

  private static final CodeHolder OTHER = holder("customer-2", "device-1");
  private static final Duration LENGTH = Duration.ofSeconds(16);

  private final TestDatabase database = database();
  private final StoreKeys keys = StoreKeys.generate();
  private final List<DroppedRow> dropped = new ArrayList<>();
  private final JdbcStore store =
      JdbcStore.over(database.source(), keys).owner("server-7").reportingTo(dropped::add).build();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final CodeSchedule tenCodes = schedule(1, 10, now);

  abstract TestDatabase database();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void neither_codes_nor_customers_stand_in_any_column() {
    store.update(anyHolder(), held -> tenCodes.without(code(2)));
    store.acquire(anyHolder(), LENGTH);

    assertThat(database.query("SELECT * FROM paycode_schedule")).hasSize(1);
    assertThat(database.query("SELECT * FROM paycode_lease")).hasSize(1);
    assertThat(inClear("paycode_schedule") + inClear("paycode_lease"))
        .contains("server-7")
        .doesNotContain("customer-1", "device-1", "28100602", code(1).reveal());
  }

  private String inClear(String table) {
    StringBuilder text = new StringBuilder();
    for (List<Object> row : database.query("SELECT * FROM " + table)) {
      for (Object value : row) {
        text.append(
            value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value);
      }
    }
    return text.toString();
  }

  @Test
  void a_row_with_any_byte_changed_is_dropped_and_reported() {
    store.update(anyHolder(), held -> tenCodes);
    byte[] sealed = content();

    for (int i = 0; i < sealed.length; i += 13) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      setContent(changed);
      assertThat(store.find(anyHolder())).isEqualTo(CodeSchedule.empty());
    }
    assertThat(dropped).hasSize((sealed.length + 12) / 13);
  }

  @Test
  void a_row_cut_short_is_dropped_and_reported() {
    store.update(anyHolder(), held -> tenCodes);
    setContent(Arrays.copyOf(content(), 40));

    assertThat(store.find(anyHolder())).isEqualTo(CodeSchedule.empty());
    assertThat(dropped).extracting(DroppedRow::reason).containsExactly(Reason.ALTERED);
  }

  @Test
  void rows_whose_content_was_swapped_show_nobody_the_others_codes() {
    store.update(anyHolder(), held -> tenCodes);
    byte[] sealed = content();
    store.update(OTHER, held -> schedule(11, 10, now));
    setContent(sealed);

    assertThat(store.find(OTHER)).isEqualTo(CodeSchedule.empty());
    assertThat(dropped).hasSize(1);
  }

  @Test
  void a_row_moved_to_another_holder_shows_them_nothing() {
    store.update(anyHolder(), held -> tenCodes);
    String other = Sealing.with(keys, "", row -> {}).lookup(OTHER);
    database.execute("UPDATE paycode_schedule SET holder = ?", other);

    assertThat(store.find(OTHER)).isEqualTo(CodeSchedule.empty());
    assertThat(dropped).containsExactly(new DroppedRow(other, Reason.ALTERED));
  }

  @Test
  void a_row_brought_back_in_a_later_version_is_dropped() {
    store.update(anyHolder(), held -> tenCodes);
    byte[] before = content();
    store.update(anyHolder(), held -> held.withoutAll(1));
    setContent(before);

    assertThat(store.find(anyHolder()).codes()).isEmpty();
    assertThat(dropped).hasSize(1);
  }

  @Test
  void a_row_whose_key_went_too_early_is_dropped_and_the_report_says_so() {
    store.update(anyHolder(), held -> tenCodes);
    StoreKeys rotated = keys.withNewKey().withNewestKeySealing().withoutOldKeys();
    JdbcStore afterwards =
        JdbcStore.over(database.source(), rotated).reportingTo(dropped::add).build();

    assertThat(afterwards.find(anyHolder())).isEqualTo(CodeSchedule.empty());
    assertThat(dropped).extracting(DroppedRow::reason).containsExactly(Reason.UNKNOWN_KEY);
  }

  @Test
  void a_dropped_row_makes_room_for_the_next_schedule() {
    store.update(anyHolder(), held -> schedule(1, 1, now));
    setContent(new byte[] {1, 2, 3});

    CodeSchedule kept = store.update(anyHolder(), held -> held.merge(tenCodes));

    assertThat(kept).isEqualTo(tenCodes);
    assertThat(store.find(anyHolder())).isEqualTo(tenCodes);
  }

  private byte[] content() {
    return (byte[]) database.query("SELECT content FROM paycode_schedule").get(0).get(0);
  }

  private void setContent(byte[] content) {
    database.execute("UPDATE paycode_schedule SET content = ?", content);
  }

  @Test
  void two_scopes_in_one_database_share_nothing() {
    JdbcStore elsewhere = JdbcStore.over(database.source(), keys).scope("elsewhere").build();
    store.update(anyHolder(), held -> tenCodes);
    store.acquire(anyHolder(), LENGTH);

    assertThat(elsewhere.find(anyHolder())).isEqualTo(CodeSchedule.empty());
    assertThat(elsewhere.acquire(anyHolder(), LENGTH)).isPresent();
  }

  @Test
  void two_stores_over_one_database_are_one_store() {
    JdbcStore other = database.store(keys);
    store.update(anyHolder(), held -> tenCodes);
    RefillLease lease = store.acquire(anyHolder(), LENGTH).orElseThrow();

    assertThat(other.find(anyHolder())).isEqualTo(tenCodes);
    assertThat(other.acquire(anyHolder(), LENGTH)).isEmpty();
    other.release(lease);
    assertThat(other.acquire(anyHolder(), LENGTH)).isPresent();
  }

  @Test
  void status_counts_what_is_held_in_all_scopes_and_what_does_not_open() {
    JdbcStore elsewhere = JdbcStore.over(database.source(), keys).scope("elsewhere").build();
    store.update(anyHolder(), held -> tenCodes.without(code(10)));
    elsewhere.update(anyHolder(), held -> schedule(11, 2, now.minusSeconds(60)));
    database.store(StoreKeys.generate()).update(OTHER, held -> tenCodes);

    assertThat(store.status())
        .isEqualTo(new StoreStatus(3, 10, Optional.of(now.plusSeconds(30)), 1));
  }

  @Test
  void status_counts_more_than_one_page() {
    for (int i = 0; i < 1001; i++) {
      database.execute(
          "INSERT INTO paycode_schedule VALUES (?, 1, ?, CURRENT_TIMESTAMP)",
          "holder-" + i,
          new byte[] {1});
    }

    assertThat(store.status().unreadable()).isEqualTo(1001);
  }

  @Test
  void a_purge_removes_what_has_expired_a_minute_ago_and_nothing_else() {
    store.update(anyHolder(), held -> tenCodes);
    store.update(OTHER, held -> schedule(11, 1, now));
    database.elapse(Duration.ofSeconds(115));
    assertThat(store.purge()).isZero();

    database.elapse(Duration.ofSeconds(10));

    assertThat(store.purge()).isEqualTo(1);
    assertThat(store.find(anyHolder())).isEqualTo(tenCodes);
    assertThat(store.find(OTHER)).isEqualTo(CodeSchedule.empty());
  }

  @Test
  void a_fence_without_codes_holds_for_a_minute() {
    store.update(anyHolder(), held -> held.withoutAll(7));
    database.elapse(Duration.ofSeconds(55));
    assertThat(store.purge()).isZero();
    assertThat(store.find(anyHolder()).fence()).isEqualTo(7);

    database.elapse(Duration.ofSeconds(10));
    assertThat(store.purge()).isEqualTo(1);
  }

  @Test
  void a_fence_over_expired_codes_holds_for_a_minute_too() {
    store.update(anyHolder(), held -> schedule(1, 1, now.minusSeconds(3600)).withoutAll(7));
    database.elapse(Duration.ofSeconds(55));
    store.purge();

    assertThat(store.find(anyHolder()).fence()).isEqualTo(7);
  }

  @Test
  void a_purge_removes_old_leases_and_no_running_one() {
    store.acquire(anyHolder(), LENGTH);
    store.release(store.acquire(OTHER, LENGTH).orElseThrow());
    database.elapse(Duration.ofSeconds(9));
    store.purge();
    assertThat(database.query("SELECT * FROM paycode_lease")).hasSize(2);

    database.elapse(Duration.ofSeconds(591));
    store.purge();

    assertThat(database.query("SELECT * FROM paycode_lease")).hasSize(1);
  }

  @Test
  void the_store_sweeps_by_itself_as_it_is_used() {
    store.update(OTHER, held -> schedule(11, 1, now));
    database.elapse(Duration.ofDays(1));

    database.store(keys).update(anyHolder(), held -> tenCodes);

    assertThat(database.query("SELECT * FROM paycode_schedule")).hasSize(1);
  }

  @Test
  void tokens_go_on_growing_after_the_clock_was_set_back_by_minutes() {
    store.release(store.acquire(anyHolder(), LENGTH).orElseThrow());
    database.elapse(Duration.ofMinutes(9));
    store.purge();
    database.execute("UPDATE paycode_lease SET fencing_token = fencing_token + 540000000");
    long before = (long) database.query("SELECT fencing_token FROM paycode_lease").get(0).get(0);

    assertThat(store.acquire(anyHolder(), LENGTH).orElseThrow().fencingToken())
        .isGreaterThan(before);
  }

  @Test
  void tokens_go_on_growing_after_their_row_was_deleted() {
    long before = store.supersede(anyHolder());
    database.execute("DELETE FROM paycode_lease");

    assertThat(store.supersede(anyHolder())).isGreaterThan(before);
  }

  @Test
  void a_change_made_of_a_row_that_was_deleted_meanwhile_starts_anew() {
    store.update(anyHolder(), held -> schedule(1, 1, now));

    CodeSchedule kept =
        store.update(
            anyHolder(),
            held -> {
              database.execute("DELETE FROM paycode_schedule");
              return held.merge(schedule(11, 1, now));
            });

    assertThat(kept).isEqualTo(schedule(11, 1, now));
  }

  @Test
  void a_lease_without_length_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.acquire(anyHolder(), Duration.ZERO))
        .withMessage("A lease's length must be positive, not PT0S");
  }
}
