package dev.paycode.benchmarks;

import dev.paycode.benchmarks.SimulatedGateway.Failing;
import dev.paycode.benchmarks.SimulatedGateway.Outage;
import dev.paycode.handling.RetryBudget;
import dev.paycode.persistence.MemoryStore;
import dev.paycode.port.in.ObtainPaymentCodes;
import dev.paycode.usecase.UseCases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a gateway that is down sees of a server with a hundred calls a second, and what it sees when
 * it is back; in virtual time.
 */
final class OutageMeasurement implements Measurement {

  private static final Duration BETWEEN_CALLS = Duration.ofMillis(10);
  private static final Duration BIN = Duration.ofMillis(100);
  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final Instant START = Messages.NOON.plusSeconds(10);
  private static final Instant BACK = START.plus(OUTAGE);
  private static final Instant END = BACK.plusSeconds(30);

  @Override
  public String tables(Workshop workshop) throws InterruptedException {
    Table table =
        new Table(
            "60 s of full outage, 100 calls/s",
            "attempts per call (aim ≤ 1.1)",
            "afterwards: most attempts in 100 ms / steady");
    table.row(row("Paycode, connections refused", Failing.REFUSING, RetryBudget.ofDefaults()));
    table.row(row("Paycode, no answers", Failing.SILENT, RetryBudget.ofDefaults()));
    table.row(row("without its retry budget, connections refused", Failing.REFUSING, unlimited()));
    return table
        .row(row("without its retry budget, no answers", Failing.SILENT, unlimited()))
        .toString();
  }

  /** A budget that denies nothing. */
  static RetryBudget unlimited() {
    return RetryBudget.of(Integer.MAX_VALUE, 1);
  }

  private static String[] row(String head, Failing failing, RetryBudget budget)
      throws InterruptedException {
    SimulatedGateway gateway = after(failing, budget);
    return new String[] {
      head, ratio(amplification(gateway)), ratio(mostInABin(gateway) / steadyInABin())
    };
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** How often each call is sent during an outage of that kind. */
  static double attemptsPerCall(Failing failing, RetryBudget budget) throws InterruptedException {
    return amplification(after(failing, budget));
  }

  private static SimulatedGateway after(Failing failing, RetryBudget budget)
      throws InterruptedException {
    VirtualTime time = new VirtualTime(Messages.NOON);
    SimulatedGateway gateway =
        new SimulatedGateway(time, List.of(new Outage(START, BACK, failing)));
    MemoryStore unused = MemoryStore.holding(1, time::now);
    ObtainPaymentCodes obtain =
        UseCases.over(gateway, unused, unused, time.timeAndChance())
            .spending(budget)
            .build()
            .obtain();
    time.begin(() -> callEvenly(obtain, time));
    time.run();
    return gateway;
  }

  /** Calls come whether or not those before have ended. */
  private static void callEvenly(ObtainPaymentCodes obtain, VirtualTime time) {
    while (time.now().isBefore(END)) {
      time.begin(() -> obtain.obtain(Holders.request(0)));
      time.sleep(BETWEEN_CALLS);
    }
  }

  /** Of the calls that began during the outage, and of all attempts meanwhile. */
  private static double amplification(SimulatedGateway gateway) {
    Predicate<Instant> meanwhile = at -> !at.isBefore(START) && at.isBefore(BACK);
    return (double) gateway.attempts().stream().filter(meanwhile).count()
        / gateway.calls().stream().filter(meanwhile).count();
  }

  private static double mostInABin(SimulatedGateway gateway) {
    Map<Long, Long> bins =
        gateway.attempts().stream()
            .filter(at -> !at.isBefore(BACK))
            .map(at -> Duration.between(BACK, at).dividedBy(BIN))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return bins.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static double steadyInABin() {
    return BIN.dividedBy(BETWEEN_CALLS);
  }
}
