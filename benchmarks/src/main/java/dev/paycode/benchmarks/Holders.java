package dev.paycode.benchmarks;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Holders with codes, as many as wanted and always the same. */
final class Holders {

  private static final Duration OVERLAP = Duration.ofSeconds(30);
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final int TEN = 10;

  private Holders() {}

  /** What this holder asks for: ten codes. */
  static CodeRequest request(int number) {
    return CodeRequest.of(
            CustomerId.parse("customer-" + number), DeviceEnvironment.of("device-" + number))
        .asking(CodeQuantity.MOST);
  }

  /** Gives each of so many holders ten codes, the first of which begins then. */
  static void fill(CodeSchedules schedules, int holders, Instant start) {
    IntStream.range(0, holders)
        .forEach(
            number ->
                schedules.update(
                    request(number).holder(),
                    none -> CodeSchedule.of(codes((long) number * TEN, TEN, start))));
  }

  /**
   * Codes as Alipay+ issues them: a minute each, overlapping by half (protocol.md §5).
   *
   * @param first the number in the first code, so that no two are alike
   */
  static List<IssuedCode> codes(long first, int quantity, Instant start) {
    return IntStream.range(0, quantity)
        .mapToObj(index -> code(first + index, start.plus(OVERLAP.multipliedBy(index))))
        .toList();
  }

  private static IssuedCode code(long number, Instant start) {
    return IssuedCode.of(
        PaymentCode.parse(String.format(Locale.ROOT, "28100602%016d", number)),
        ValidityWindow.between(start, start.plus(LIFE)));
  }
}
