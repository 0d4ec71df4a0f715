package dev.paycode.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The replacement of one holder's lease by the next, with a greater token; empty if the one that is
 * there must not be replaced. For use by one thread, once.
 */
final class LeaseChange implements Attempt<OptionalLong> {

  private final String holder;
  private final String owner;
  private final Predicate<Sight<LeaseRow>> stays;
  private final UnaryOperator<Instant> end;

  /**
   * A change.
   *
   * @param owner who makes it: a text that is used for no other change
   * @param stays whether what is there must not be replaced
   * @param end when a lease ends that begins then
   */
  LeaseChange(
      String holder, String owner, Predicate<Sight<LeaseRow>> stays, UnaryOperator<Instant> end) {
    this.holder = holder;
    this.owner = owner;
    this.stays = stays;
    this.end = end;
  }

  @Override
  public Optional<OptionalLong> on(Connection connection) throws SQLException {
    Sight<LeaseRow> sight = LeaseTable.look(connection, holder);
    Optional<LeaseRow> before = sight.row();
    if (before.isPresent() && before.get().owner().equals(owner)) {
      // the answer to the last try was lost, but not the try
      return Optional.of(OptionalLong.of(before.get().fencingToken()));
    }
    if (stays.test(sight)) {
      return Optional.of(OptionalLong.empty());
    }
    long token = sight.after(before.map(LeaseRow::fencingToken).orElse(0L));
    LeaseRow next = new LeaseRow(holder, token, owner, end.apply(sight.now()));
    boolean written =
        before.isPresent()
            ? LeaseTable.update(connection, before.get().fencingToken(), next)
            : LeaseTable.insert(connection, next);
    return written ? Optional.of(OptionalLong.of(token)) : Optional.empty();
  }
}
