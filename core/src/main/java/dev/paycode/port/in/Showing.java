package dev.paycode.port.in;

import static java.util.Objects.requireNonNull;

import dev.paycode.code.Presentation;
import dev.paycode.handling.ClockOffset;
import dev.paycode.handling.Outcome;
import java.time.Instant;

/** What there is to show a holder now. Immutable. */
public sealed interface Showing {

  /** The answer of whoever shows it, one method for each kind. */
  interface Cases<T> {
    /** There is a code. */
    T code(Code showing);

    /** There will be a code. */
    T notYet(NotYet showing);

    /** There is none, and could be had none. */
    T noCode(NoCode showing);

    /** The store does not answer. */
    T storeDown(StoreDown showing);
  }

  /** What {@code cases} says of this kind. */
  <T> T fold(Cases<T> cases);

  /**
   * A code to show. All times are the server's; {@code clock} translates.
   *
   * @param presentation the code, until when to show it, and how long codes last
   * @param refillAt when to ask again even if the code has not changed: the coverage runs low then,
   *     or still does
   * @param clock the difference to the server's clock
   */
  record Code(Presentation presentation, Instant refillAt, ClockOffset clock) implements Showing {

    /** Refuses null. */
    public Code {
      requireNonNull(presentation, "presentation");
      requireNonNull(refillAt, "refillAt");
      requireNonNull(clock, "clock");
    }

    /** When to ask again, in local time. */
    public Instant askAgainAt() {
      Instant refill = clock.localTime(refillAt);
      Instant change = clock.localTime(presentation.until());
      return refill.isBefore(change) ? refill : change;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.code(this);
    }
  }

  /**
   * The first code is not valid yet.
   *
   * @param from when it will be, in the server's time
   * @param clock the difference to the server's clock
   */
  record NotYet(Instant from, ClockOffset clock) implements Showing {

    /** Refuses null. */
    public NotYet {
      requireNonNull(from, "from");
      requireNonNull(clock, "clock");
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.notYet(this);
    }
  }

  /**
   * No code, and none could be obtained.
   *
   * @param outcome why not
   */
  record NoCode(Outcome outcome) implements Showing {

    /**
     * @throws IllegalArgumentException if codes were obtained: then there is something to show
     */
    public NoCode {
      if (outcome.kind() == Outcome.Kind.OBTAINED) {
        throw new IllegalArgumentException("An outcome with codes is no reason to show none");
      }
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.noCode(this);
    }
  }

  /** The store does not answer; nothing is shown, and no code bought that cannot be kept. */
  record StoreDown() implements Showing {

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.storeDown(this);
    }
  }
}
