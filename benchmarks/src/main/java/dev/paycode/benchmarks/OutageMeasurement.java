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

  private static final Aim AMPLIFICATION = Aim.atMost(1.1);

  @Override
  public String tables(Workshop workshop) throws InterruptedException {
    Table table =
        new Table(
            "60 s of full outage, 100 calls/s",
            "attempts per call (Paycode: " + AMPLIFICATION.words() + ")",
            "afterwards: most attempts in 100 ms / steady");
    for (Failing failing : Failing.values()) {
      table.row(
          row("Paycode, " + failing, after(failing, RetryBudget.ofDefaults()), AMPLIFICATION));
    }
    for (Failing failing : Failing.values()) {
      table.row(row("without its retry budget, " + failing, after(failing, unlimited()), Aim.NONE));
    }
    return table.toString();
  }

  /** A budget that denies nothing. */
  static RetryBudget unlimited() {
    return RetryBudget.of(Integer.MAX_VALUE, 1);
  }

  private static String[] row(String head, SimulatedGateway gateway, Aim amplification) {
    return new String[] {
      head,
      ratio(amplification(gateway), amplification),
      ratio(mostInABin(gateway) / steadyInABin(), Aim.NONE)
    };
  }

  private static String ratio(double ratio, Aim aim) {
    return aim.judged(String.format(Locale.ROOT, "%.2f", ratio), ratio);
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
