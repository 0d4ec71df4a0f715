package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change of one holder's schedule: written only over the version that was read. For use by one
 * thread, once.
 */
final class ScheduleChange implements Attempt<CodeSchedule> {

  /** How long a fence must hold off late writers, and how far other clocks may be off. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Sealing sealing;
  private final String holder;
  private final UnaryOperator<CodeSchedule> change;
  private final List<Written> tries = new ArrayList<>();

  private record Written(ScheduleRow row, CodeSchedule schedule) {

    boolean isIn(ScheduleRow found) {
      return Arrays.equals(row.content(), found.content());
    }
  }

  ScheduleChange(Sealing sealing, String holder, UnaryOperator<CodeSchedule> change) {
    this.sealing = sealing;
    this.holder = holder;
    this.change = change;
  }

  @Override
  public Optional<CodeSchedule> on(Connection connection) throws SQLException {
    Sight<ScheduleRow> sight = ScheduleTable.look(connection, holder);
    Optional<CodeSchedule> committed = committed(sight);
    if (committed.isPresent()) {
      return committed;
    }
    CodeSchedule held = sight.row().flatMap(this::opened).orElse(CodeSchedule.empty());
    CodeSchedule changed = change.apply(held);
    return changed.equals(held) || write(connection, sight, changed)
        ? Optional.of(changed)
        : Optional.empty();
  }

  /** No two seals are alike: where one of ours is to be found, the answer to that try was lost. */
  private Optional<CodeSchedule> committed(Sight<ScheduleRow> sight) {
    return sight
        .row()
        .flatMap(row -> tries.stream().filter(tried -> tried.isIn(row)).findAny())
        .map(Written::schedule);
  }

  private Optional<CodeSchedule> opened(ScheduleRow row) {
    return sealing.open(holder, row.version(), row.content());
  }

  private boolean write(Connection connection, Sight<ScheduleRow> sight, CodeSchedule changed)
      throws SQLException {
    long version = sight.after(sight.row().map(ScheduleRow::version).orElse(0L));
    ScheduleRow row = new ScheduleRow(holder, version, sealing.seal(holder, version, changed));
    tries.add(new Written(row, changed));
    Instant forgetAt = forgetAt(changed, sight.now());
    return sight.row().isPresent()
        ? ScheduleTable.update(connection, sight.row().get().version(), row, forgetAt)
        : ScheduleTable.insert(connection, row, forgetAt);
  }

  private static Instant forgetAt(CodeSchedule schedule, Instant now) {
    Instant last = Kept.lastExpiry(schedule).filter(now::isBefore).orElse(now);
    return last.plus(GRACE);
  }
}
