package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.code.CodeSchedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A change whose answer was lost, and which the database makes only while it is tried again. */
class LateCommitTest {

  private static final String HOLDER = "holder";
  private static final Instant LATER = Instant.parse("2124-06-01T12:00:00Z");

  private final TestDatabase database = TestDatabase.h2();
  private final AtomicInteger tries = new AtomicInteger();
  private List<Object> delayed = List.of();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_change_is_known_by_sight_after_another_try_collided_with_it() throws SQLException {
    Sealing sealing = Sealing.with(StoreKeys.generate(), "", row -> {});
    ScheduleChange change = new ScheduleChange(sealing, HOLDER, held -> tried());
    try (Connection connection = database.source().getConnection()) {
      change.on(connection);
      delayed =
          database.query("SELECT holder, version, content, forget_at FROM paycode_schedule").get(0);
      database.execute("DELETE FROM paycode_schedule");

      assertThatThrownBy(() -> change.on(connection)).isInstanceOf(SQLException.class);
      assertThat(change.on(connection)).hasValue(schedule(1, 1, LATER));
    }
    assertThat(tries).hasValue(2);
  }

  private CodeSchedule tried() {
    int number = tries.incrementAndGet();
    if (number == 2) {
      database.execute(
          "INSERT INTO paycode_schedule (holder, version, content, forget_at) VALUES (?, ?, ?, ?)",
          delayed.toArray());
    }
    return schedule(number, 1, LATER);
  }
}
