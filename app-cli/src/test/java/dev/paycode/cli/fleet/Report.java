package dev.paycode.cli.fleet;

import dev.paycode.code.PaymentCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One line in which a server tells what it does. The digits travel in it, but are in no {@link
 * #toString()}.
 *
 * @param begun when the call began that the line is about, in microseconds
 * @param at when the line was written, in microseconds
 * @param thread which of the server's threads it was
 * @param customer whom it was for; a dash for nobody
 * @param code the code, of kinds that have one
 */
record Report(
    Kind kind,
    Instant begun,
    Instant at,
    String thread,
    String customer,
    Optional<PaymentCode> code) {

  /** Whatever is not found at the end was cut off by the death of the server. */
  private static final String END = ";";

  enum Kind {
    /** The server waits for orders. */
    READY,
    /** A call of "present" begins. */
    ASKING,
    /** The gateway has replied with this code and maybe others, and nothing of it is kept yet. */
    REPLIED,
    /** The store has confirmed that it keeps this code. */
    KEPT,
    /** The call is over: there was a code. */
    SHOWN,
    /** The call is over: there was none. */
    NONE,
    /** The call is over: the store did not answer. */
    DOWN,
    /** A call that retires begins. */
    RETIRING,
    /** The call is over: one code is retired. */
    RETIRED,
    /** The call is over: all codes of the customer are retired. */
    LOGGED_OUT,
    /** The call is over: the store did not answer, and some or all codes may be retired. */
    RETIRED_PERHAPS,
    /** The last order has been carried out. */
    DONE
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  String line() {
    return String.join(
        " ",
        kind.name(),
        begun.toString(),
        at.toString(),
        thread,
        customer,
        code.map(PaymentCode::reveal).orElse("-"),
        END);
  }

  /** The inverse of {@link #line()}; empty if the line was cut off. */
  static Optional<Report> parse(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 7 || !words[6].equals(END)) {
      return Optional.empty();
    }
    return Optional.of(
        new Report(
            Kind.valueOf(words[0]),
            Instant.parse(words[1]),
            Instant.parse(words[2]),
            words[3],
            words[4],
            words[5].equals("-") ? Optional.empty() : Optional.of(PaymentCode.parse(words[5]))));
  }

  boolean is(Kind one) {
    return kind == one;
  }

  /** Whether it is of that kind, and about a call that began at that time or later. */
  boolean is(Kind one, Instant notBefore) {
    return is(one) && !begun.isBefore(notBefore);
  }

  /** Whether it is about a call that had begun when that was bought, for the same customer. */
  boolean mayHaveBought(Books.Purchase purchase) {
    return customer.equals(purchase.customer()) && !begun.isAfter(purchase.at());
  }

  /** Whether it tells how far a call has come, and not that it begins or ends. */
  boolean isOnTheWay() {
    return kind == Kind.REPLIED || kind == Kind.KEPT;
  }
}
