package dev.paycode.cli.fleet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.paycode.cli.fleet.Report.Kind;
import dev.paycode.code.CodeSchedule;
import dev.paycode.code.PaymentCode;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.sandbox.Issuance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the sandbox issued, what the servers told, and what the store keeps, held against each
 * other. Each code that was received is in exactly one place: held, retired, expired, or lost.
 */
final class Books {

  enum Place {
    HELD,
    RETIRED,
    EXPIRED,
    LOST
  }

  /**
   * A call that the sandbox answered with codes.
   *
   * @param call its number
   */
  record Purchase(int call, String customer, Instant at) {}

  private final List<Issuance> issued;
  private final Map<PaymentCode, Place> places;
  private final List<List<Report>> logs;

  private Books(List<Issuance> issued, Map<PaymentCode, Place> places, List<List<Report>> logs) {
    this.issued = issued;
    this.places = places;
    this.logs = logs;
  }

  /**
   * The books as of now.
   *
   * @param issued the sandbox's ledger
   * @param logs the reports of each server
   * @param seen the codes that were in the store at some time; of codes that have expired, only
   *     those were kept
   */
  static Books of(
      List<Issuance> issued, List<List<Report>> logs, CodeSchedules store, Set<PaymentCode> seen) {
    Map<PaymentCode, Place> kept = new HashMap<>();
    issued.stream()
        .map(Books::customer)
        .distinct()
        .map(customer -> store.find(Customers.holder(customer)))
        .forEach(schedule -> enter(schedule, kept));
    Map<PaymentCode, Place> places = new LinkedHashMap<>();
    issued.stream()
        .map(Issuance::code)
        .forEach(code -> places.put(code.code(), place(code.code(), kept, seen)));
    return new Books(issued, places, logs);
  }

  private static String customer(Issuance issuance) {
    return issuance.customer().value();
  }

  private static void enter(CodeSchedule schedule, Map<PaymentCode, Place> kept) {
    schedule.codes().forEach(code -> kept.put(code.code(), Place.HELD));
    schedule.retired().forEach(code -> kept.put(code.code(), Place.RETIRED));
  }

  /** The store forgets what it kept when that has expired, and no sooner. */
  private static Place place(
      PaymentCode code, Map<PaymentCode, Place> kept, Set<PaymentCode> seen) {
    return kept.getOrDefault(code, seen.contains(code) ? Place.EXPIRED : Place.LOST);
  }

  /** How many codes the gateway issued. */
  int received() {
    return issued.size();
  }

  long count(Place place) {
    return places.values().stream().filter(place::equals).count();
  }

  /** The calls that reached the gateway and were answered with codes. */
  Set<Purchase> purchases() {
    return issued.stream().map(Books::purchase).collect(toSet());
  }

  private static Purchase purchase(Issuance issuance) {
    return new Purchase(issuance.call(), customer(issuance), issuance.at());
  }

  Stream<Report> reports(Kind kind) {
    return logs.stream().flatMap(List::stream).filter(report -> report.is(kind));
  }

  /** The calls that a kill cut off: begun last by their thread, and never ended. */
  Stream<Report> unfinished() {
    return logs.stream()
        .flatMap(log -> lastOfEachThread(log).values().stream())
        .filter(Report::isBeginning);
  }

  private static Map<String, Report> lastOfEachThread(List<Report> log) {
    return log.stream()
        .filter(report -> !report.is(Kind.REPLIED))
        .collect(toMap(Report::thread, report -> report, (one, other) -> other));
  }

  /** The different codes that were shown. */
  Set<PaymentCode> shown() {
    return reports(Kind.SHOWN).map(Books::code).collect(toSet());
  }

  private static PaymentCode code(Report report) {
    return report.code().orElseThrow();
  }

  /** The codes that the gateway issued to somebody else than were shown them, or to nobody. */
  Set<PaymentCode> shownToStrangers() {
    Map<PaymentCode, String> owners = new HashMap<>();
    issued.forEach(line -> owners.put(line.code().code(), customer(line)));
    return reports(Kind.SHOWN)
        .filter(shown -> !shown.customer().equals(owners.get(code(shown))))
        .map(Books::code)
        .collect(toSet());
  }

  /** The codes that were shown though the store does not keep them. */
  Set<PaymentCode> shownButLost() {
    return shown().stream().filter(code -> places.get(code) == Place.LOST).collect(toSet());
  }

  /**
   * The times a code was shown by a call that began after the code was retired: by itself, or with
   * all that the customer had.
   */
  List<Report> shownAfterRetirement() {
    Map<PaymentCode, Instant> retiredAt = retiredAt();
    return reports(Kind.SHOWN)
        .filter(shown -> retiredAt.getOrDefault(code(shown), Instant.MAX).isBefore(shown.begun()))
        .toList();
  }

  private Map<PaymentCode, Instant> retiredAt() {
    Map<PaymentCode, Instant> retiredAt = new HashMap<>();
    reports(Kind.RETIRED).forEach(used -> retiredAt.merge(code(used), used.at(), Books::earlier));
    Map<String, List<Issuance>> ofEach = issued.stream().collect(groupingBy(Books::customer));
    reports(Kind.LOGGED_OUT)
        .forEach(
            out ->
                ofEach.getOrDefault(out.customer(), List.of()).stream()
                    .filter(line -> line.at().isBefore(out.begun()))
                    .forEach(
                        line -> retiredAt.merge(line.code().code(), out.at(), Books::earlier)));
    return retiredAt;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The purchases of which codes are lost. */
  Set<Purchase> lost() {
    return issued.stream()
        .filter(line -> places.get(line.code().code()) == Place.LOST)
        .map(Books::purchase)
        .collect(toSet());
  }

  /** What was told of these purchases, for a failure's message. */
  String story(Set<Purchase> purchases) {
    Stream<String> told =
        logs.stream()
            .flatMap(
                log ->
                    log.stream()
                        .filter(report -> isNear(purchases, report))
                        .map(report -> "server " + logs.indexOf(log) + ": " + report));
    return told.collect(joining("\n", "what was told around " + purchases + "\n", "\n"));
  }

  private static boolean isNear(Set<Purchase> purchases, Report report) {
    return purchases.stream()
        .filter(purchase -> purchase.customer().equals(report.customer()))
        .anyMatch(purchase -> Duration.between(purchase.at(), report.at()).abs().toSeconds() < 3);
  }

  /** One line of all sums. */
  @Override
  public String toString() {
    return received()
        + " codes received in "
        + purchases().size()
        + " calls = "
        + count(Place.HELD)
        + " held + "
        + count(Place.RETIRED)
        + " retired + "
        + count(Place.EXPIRED)
        + " expired + "
        + count(Place.LOST)
        + " lost; "
        + shown().size()
        + " of them shown, in "
        + reports(Kind.SHOWN).count()
        + " showings; "
        + reports(Kind.NONE).count()
        + " times none, "
        + reports(Kind.DOWN).count()
        + " times the store was down";
  }
}
