package dev.paycode.port.out;

import dev.paycode.code.CodeSchedule;
import dev.paycode.request.CodeHolder;
import java.util.function.UnaryOperator;

/**
 * Outgoing port to the store of schedules: one atomic operation and a read. Implementations are
 * safe for use by many threads and, where the store is shared, by many servers.
 *
 * <p>A store may forget a schedule once all its codes, held and retired, have expired, but not
 * within a minute of its last change: until then its fence must hold off late writers.
 */
public interface CodeSchedules {

  /**
   * The holder's schedule, empty where none is kept.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  CodeSchedule find(CodeHolder holder);

  /**
   * Replaces the holder's schedule by what {@code change} makes of it, as if no one else did so at
   * the same time.
   *
   * @param change a pure function; it may be called more than once, and not at all if the store is
   *     down
   * @return the schedule that is kept now
   * @throws StoreUnavailableException if the store does not answer; whether the change was made is
   *     then unknown
   */
  CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change);
}
