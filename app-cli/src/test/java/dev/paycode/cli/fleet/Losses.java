package dev.paycode.cli.fleet;

import dev.paycode.cli.fleet.Books.Purchase;
import dev.paycode.cli.fleet.Report.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why codes that were bought are not to be found in the store.
 *
 * @param toDeath those whose buyer was killed before it had kept them
 * @param toFences those whose buyer was refused, because the customer was logged out meanwhile
 * @param toFailures those whose buyer has said that it has no code to show
 * @param unexplained those that should be there
 */
record Losses(
    Set<Purchase> toDeath,
    Set<Purchase> toFences,
    Set<Purchase> toFailures,
    Set<Purchase> unexplained) {

  static Losses of(Books books) {
    Set<Purchase> rest = new HashSet<>(books.lost());
    return new Losses(
        taken(rest, books::isCutOff),
        taken(rest, purchase -> finished(books, purchase).anyMatch(call -> fenced(books, call))),
        taken(rest, purchase -> finished(books, purchase).anyMatch(Losses::failed)),
        rest);
  }

  private static Set<Purchase> taken(Set<Purchase> rest, Predicate<Purchase> why) {
    Set<Purchase> taken = new HashSet<>(rest.stream().filter(why).toList());
    rest.removeAll(taken);
    return taken;
  }

  /** The calls during which it was bought. */
  private static Stream<Report> finished(Books books, Purchase purchase) {
    return Stream.of(Kind.SHOWN, Kind.NONE, Kind.DOWN)
        .flatMap(books::reports)
        .filter(call -> call.mayHaveBought(purchase) && !call.at().isBefore(purchase.at()));
  }

  private static boolean fenced(Books books, Report call) {
    return Stream.of(Kind.LOGGED_OUT, Kind.RETIRED_PERHAPS)
        .flatMap(books::reports)
        .filter(out -> out.customer().equals(call.customer()))
        .anyMatch(out -> out.begun().isBefore(call.at()) && call.begun().isBefore(out.at()));
  }

  private static boolean failed(Report call) {
    return List.of(Kind.NONE, Kind.DOWN).contains(call.kind());
  }

  @Override
  public String toString() {
    return "of the calls whose codes are lost "
        + toDeath.size()
        + " were cut off by a kill, "
        + toFences.size()
        + " overtaken by a log-out, "
        + toFailures.size()
        + " failed, "
        + unexplained.size()
        + " unexplained";
  }
}
