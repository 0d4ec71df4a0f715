package dev.paycode.benchmarks;

import dev.paycode.persistence.MemoryStore;
import dev.paycode.port.in.PresentPaymentCode;
import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.UseCases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Calls of the gateway for an hour of continuous display, in virtual time. */
final class UpstreamMeasurement implements Measurement {

  private static final int HOURS = 24;
  private static final Duration LONG_ENOUGH = Duration.ofHours(HOURS);

  @Override
  public String tables(Workshop workshop) throws InterruptedException {
    Aim aim = Aim.atMost(12);
    return new Table("Calls per user-hour of display", "measured")
        .row("Paycode, ten codes a call (" + aim.words() + ")", perHour(CodeQuantity.MOST, aim))
        .row("Paycode, one code a call", perHour(CodeQuantity.ONE, Aim.NONE))
        .row("the bound: ten codes cover 330 s, so 3600 / 330", "10.9")
        .toString();
  }

  private static String perHour(CodeQuantity quantity, Aim aim) throws InterruptedException {
    double calls = callsPerHour(quantity);
    return aim.judged(String.format(Locale.ROOT, "%.1f", calls), calls);
  }

  /** Calls of the gateway for an hour of display, if each call asks for so many codes. */
  static double callsPerHour(CodeQuantity quantity) throws InterruptedException {
    VirtualTime time = new VirtualTime(Messages.NOON);
    SimulatedGateway gateway = new SimulatedGateway(time, List.of());
    MemoryStore store = MemoryStore.holding(1, time::now);
    PresentPaymentCode present =
        UseCases.over(gateway, store, store, time.timeAndChance()).build().present();
    time.begin(() -> display(present, Holders.request(0).asking(quantity), time));
    time.run();
    return (double) gateway.calls().size() / HOURS;
  }

  /** Looks whenever there may be something else to show. */
  private static void display(PresentPaymentCode present, CodeRequest request, VirtualTime time) {
    Instant end = time.now().plus(LONG_ENOUGH);
    while (time.now().isBefore(end)) {
      if (!(present.present(request) instanceof Showing.Code shown)) {
        throw new IllegalStateException("nothing to show at " + time.now());
      }
      time.sleep(Duration.between(time.now(), shown.askAgainAt()));
    }
  }
}
