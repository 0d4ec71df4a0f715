package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailureTest {

  private final TestDatabase database = TestDatabase.h2();
  private final FailingSource source = new FailingSource(database.source());
  private final JdbcStore store = JdbcStore.over(source, StoreKeys.generate()).build();
  private final CodeSchedule tenCodes = schedule(1, 10, Instant.parse("2124-06-01T12:00:00Z"));

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "23505", "90131", "08006", "57P01", "90098"})
  void what_another_try_may_mend_is_hidden(String state) {
    source.failNext(3, new SQLException("try again", state));

    assertThat(store.update(anyHolder(), held -> tenCodes)).isEqualTo(tenCodes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"53100", "90031", "57014", "HYT00", "28P01", "42501"})
  void what_no_other_try_mends_takes_the_store_down_without_telling_what_is_in_it(String state) {
    source.failNext(1, new SQLException("disk full at '281006020000000000000001'", state));

    assertThatThrownBy(() -> store.update(anyHolder(), held -> tenCodes))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("The database did not let the store change a schedule: SQLState " + state);
  }

  @Test
  void a_failure_without_a_state_takes_the_store_down() {
    source.failNext(1, new SQLException("no more connections"));

    assertThatThrownBy(() -> store.find(anyHolder())).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void tries_have_an_end() {
    source.failNext(Integer.MAX_VALUE, new SQLException("again", "40001"));

    assertThatThrownBy(() -> store.find(anyHolder())).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void missing_tables_are_called_by_their_name() {
    database.execute("DROP TABLE paycode_schedule");

    assertThatThrownBy(() -> store.find(anyHolder()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(
            "The database has no tables for Paycode's store; run the migrations in"
                + " classpath:db/paycode-migration");
  }

  @Test
  void a_sweep_that_fails_does_not_spoil_the_change() {
    database.execute("DROP TABLE paycode_lease");

    assertThat(store.update(anyHolder(), held -> tenCodes)).isEqualTo(tenCodes);
  }
}
