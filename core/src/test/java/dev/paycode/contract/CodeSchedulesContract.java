package dev.paycode.contract;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.anyRequest;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.holder;
import static dev.paycode.contract.Fixtures.issued;
import static dev.paycode.contract.Fixtures.request;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.Region;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of schedules must do. */
public abstract class CodeSchedulesContract {

  private static final int UPDATES = 25;

  /** For adapters to extend. */
  protected CodeSchedulesContract() {}

  /** The store under test, empty at the start of each test. */
  protected abstract CodeSchedules schedules();

  /** The time by the store's clock: codes that start now must be kept. */
  protected abstract Instant now();

  @Test
  void an_unknown_holder_has_an_empty_schedule() {
    assertThat(schedules().find(anyHolder())).isEqualTo(CodeSchedule.empty());
  }

  @Test
  void what_an_update_makes_is_returned_and_found() {
    CodeSchedule made = schedule(1, 10, now());

    CodeSchedule kept = schedules().update(anyHolder(), held -> held.merge(made));

    assertThat(kept).isEqualTo(made);
    assertThat(schedules().find(anyHolder())).isEqualTo(made);
  }

  @Test
  void an_update_starts_from_what_is_kept() {
    CodeSchedule first = schedule(1, 3, now());
    CodeSchedule second = schedule(4, 3, now().plusSeconds(90));
    schedules().update(anyHolder(), held -> first);

    schedules().update(anyHolder(), held -> held.merge(second));

    assertThat(schedules().find(anyHolder())).isEqualTo(first.merge(second));
  }

  @Test
  void an_update_that_changes_nothing_keeps_what_there_is() {
    CodeSchedule made = schedule(1, 2, now());
    schedules().update(anyHolder(), held -> made);

    assertThat(schedules().update(anyHolder(), held -> held)).isEqualTo(made);
    assertThat(schedules().find(anyHolder())).isEqualTo(made);
  }

  @Test
  void a_change_that_throws_leaves_the_schedule_as_it_was() {
    CodeSchedule made = schedule(1, 2, now());
    schedules().update(anyHolder(), held -> made);

    assertThatThrownBy(
            () ->
                schedules()
                    .update(
                        anyHolder(),
                        held -> {
                          throw new IllegalStateException("the change failed");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the change failed");

    assertThat(schedules().find(anyHolder())).isEqualTo(made);
  }

  @Test
  void retired_codes_and_the_fence_are_kept_too() {
    CodeSchedule made = CodeSchedule.empty().refilled(schedule(1, 3, now()), 7).without(code(2));

    schedules().update(anyHolder(), held -> made);

    CodeSchedule found = schedules().find(anyHolder());
    assertThat(found.retired()).isEqualTo(made.retired());
    assertThat(found.fence()).isEqualTo(7);
  }

  @Test
  void a_writer_with_an_old_token_changes_nothing() {
    CodeSchedule late = schedule(4, 3, now());
    schedules().update(anyHolder(), held -> held.refilled(schedule(1, 3, now()), 8));

    schedules().update(anyHolder(), held -> held.refilled(late, 7));

    assertThat(schedules().find(anyHolder()).codes()).isEqualTo(schedule(1, 3, now()).codes());
  }

  @Test
  void holders_that_differ_in_anything_share_nothing() {
    List<CodeHolder> others =
        List.of(
            holder("customer-2", "device-1"),
            holder("customer-1", "device-2"),
            holder("customer-1", "device-1"),
            request("customer-1", "device-1").in(Region.parse("CN")).holder());

    schedules().update(anyRequest().holder(), held -> schedule(1, 3, now()));

    assertThat(others).extracting(schedules()::find).containsOnly(CodeSchedule.empty());
  }

  @Test
  void updates_at_the_same_time_lose_nothing() throws Exception {
    Instant start = now();

    Crowd.of(member -> () -> addOneByOne(member * UPDATES, start));

    assertThat(schedules().find(anyHolder()).codes()).hasSize(8 * UPDATES).doesNotHaveDuplicates();
  }

  private Void addOneByOne(int firstNumber, Instant start) {
    IntStream.range(firstNumber, firstNumber + UPDATES)
        .mapToObj(number -> CodeSchedule.of(List.of(issued(number, start))))
        .forEach(one -> schedules().update(anyHolder(), held -> held.merge(one)));
    return null;
  }
}
