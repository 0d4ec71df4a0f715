package dev.paycode.cli.fleet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.paycode.cli.fleet.Report.Kind;
import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.sandbox.Issuance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the sandbox issued, what the servers told, and what the store keeps, held against each
 * other. Each code that was received is in exactly one place: held, retired, expired, or lost. What
 * the store has confirmed to a server must be there, whatever became of the server.
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
  private final Map<PaymentCode, Purchase> bought = new HashMap<>();
  private final Map<PaymentCode, Place> places;
  private final List<List<Report>> logs;

  private Books(List<Issuance> issued, Map<PaymentCode, Place> places, List<List<Report>> logs) {
    this.issued = issued;
    this.places = places;
    this.logs = logs;
    issued.forEach(line -> bought.put(line.code().code(), purchase(line)));
  }

  /**
   * The books as of now.
   *
   * @param issued the sandbox's ledger
   * @param logs the reports of each server
   * @param seen the codes that were in the store at some time; of codes that have expired, only
   *     those and the confirmed ones were kept
   */
  static Books of(
      List<Issuance> issued,
      List<List<Report>> logs,
      CodeSchedules store,
      Set<PaymentCode> seen,
      Instant now) {
    Set<PaymentCode> everKept = new HashSet<>(seen);
    logs.stream()
        .flatMap(List::stream)
        .filter(report -> report.is(Kind.KEPT))
        .forEach(report -> everKept.add(code(report)));
    Map<PaymentCode, Place> kept = new HashMap<>();
    issued.stream()
        .map(Issuance::code)
        .filter(code -> everKept.contains(code.code()))
        .filter(code -> !now.isBefore(code.window().expiry()))
        .forEach(code -> kept.put(code.code(), Place.EXPIRED));
    issued.stream()
        .map(Books::customer)
        .distinct()
        .map(customer -> store.find(Customers.holder(customer)))
        .forEach(schedule -> enter(schedule, kept));
    Map<PaymentCode, Place> places = new LinkedHashMap<>();
    issued.stream()
        .map(Issuance::code)
        .map(IssuedCode::code)
        .forEach(code -> places.put(code, kept.getOrDefault(code, Place.LOST)));
    return new Books(issued, places, logs);
  }

  private static String customer(Issuance issuance) {
    return issuance.customer().value();
  }

  private static void enter(CodeSchedule schedule, Map<PaymentCode, Place> kept) {
    schedule.codes().forEach(code -> kept.put(code.code(), Place.HELD));
    schedule.retired().forEach(code -> kept.put(code.code(), Place.RETIRED));
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

  /** The calls in which these codes were received. */
  Set<Purchase> purchases(Set<PaymentCode> codes) {
    return issued.stream()
        .filter(line -> codes.contains(line.code().code()))
        .map(Books::purchase)
        .collect(toSet());
  }

  private static Purchase purchase(Issuance issuance) {
    return new Purchase(issuance.call(), customer(issuance), issuance.at());
  }

  Stream<Report> reports(Kind kind) {
    return logs.stream().flatMap(List::stream).filter(report -> report.is(kind));
  }

  /**
   * Whether a kill cut off the call for which it was bought: that of the thread that has told of
   * the reply or, where none has, one that never ended.
   */
  boolean isCutOff(Purchase purchase) {
    boolean arrived = reports(Kind.REPLIED).anyMatch(reply -> isOf(purchase, reply));
    return logs.stream()
        .flatMap(log -> unfinished(log).filter(call -> !arrived || isAnswered(call, purchase, log)))
        .anyMatch(call -> call.mayHaveBought(purchase));
  }

  /** The calls that were begun last by their thread, and never ended. */
  private static Stream<Report> unfinished(List<Report> log) {
    return log.stream()
        .filter(report -> !report.isOnTheWay())
        .collect(toMap(Report::thread, report -> report, (one, other) -> other))
        .values()
        .stream()
        .filter(report -> report.is(Kind.ASKING));
  }

  private boolean isAnswered(Report call, Purchase purchase, List<Report> log) {
    return log.stream()
        .filter(reply -> reply.is(Kind.REPLIED) && reply.thread().equals(call.thread()))
        .anyMatch(reply -> isOf(purchase, reply) && !reply.at().isBefore(call.begun()));
  }

  private boolean isOf(Purchase purchase, Report reply) {
    return purchase.equals(bought.get(code(reply)));
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

  /** The codes that the store has confirmed to keep, and does not, though they are still good. */
  Set<PaymentCode> confirmedButLost() {
    return codes(Kind.KEPT, Place.LOST);
  }

  /** The codes that a server was told are retired, and that are still to be shown. */
  Set<PaymentCode> retiredButHeld() {
    return codes(Kind.RETIRED, Place.HELD);
  }

  private Set<PaymentCode> codes(Kind told, Place found) {
    return reports(told)
        .map(Books::code)
        .filter(code -> places.get(code) == found)
        .collect(toSet());
  }

  /** The codes that were shown though the store does not keep them. */
  Set<PaymentCode> shownButLost() {
    return codes(Kind.SHOWN, Place.LOST);
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
