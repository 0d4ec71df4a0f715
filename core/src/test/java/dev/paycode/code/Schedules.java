package dev.paycode.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Schedules of every shape: gaps, overlaps, nested windows, duplicates, any order, retired codes.
 */
final class Schedules extends DomainContextBase {

  static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");
  static final int HORIZON_SECONDS = 400;

  @Provide
  static Arbitrary<IssuedCode> issued() {
    return issued(0, 15);
  }

  /** Codes of a small set, so that the same code turns up again with another window. */
  static Arbitrary<IssuedCode> issued(int fromNumber, int toNumber) {
    return Combinators.combine(
            Arbitraries.integers().between(fromNumber, toNumber),
            Arbitraries.integers().between(0, 300),
            Arbitraries.oneOf(
                Arbitraries.just(60), Arbitraries.integers().between(1, HORIZON_SECONDS - 300)))
        .as(Schedules::issued);
  }

  @Provide
  static Arbitrary<CodeSchedule> schedule() {
    return schedule(0, 15);
  }

  static Arbitrary<CodeSchedule> schedule(int fromNumber, int toNumber) {
    return Combinators.combine(
            issued(fromNumber, toNumber).list().ofMaxSize(12),
            issued(fromNumber, toNumber).list().ofMaxSize(3),
            Arbitraries.longs().between(0, 5))
        .as(CodeSchedule::restore);
  }

  @Provide
  static Arbitrary<Duration> margin() {
    return Arbitraries.integers().between(0, 40).map(Duration::ofSeconds);
  }

  @Provide
  static Arbitrary<Instant> instant() {
    return Arbitraries.integers().between(-10, HORIZON_SECONDS + 10).map(NOON::plusSeconds);
  }

  static IssuedCode issued(int number, int startSecond, int seconds) {
    Instant start = NOON.plusSeconds(startSecond);
    return IssuedCode.of(code(number), ValidityWindow.between(start, start.plusSeconds(seconds)));
  }

  static PaymentCode code(int number) {
    return PaymentCode.parse(String.format("28100602%016d", number));
  }

  /** Codes as Alipay+ issues them. */
  static CodeSchedule batch(int size) {
    return CodeSchedule.of(IntStream.range(0, size).mapToObj(i -> issued(i, 30 * i, 60)).toList());
  }

  static CodeSchedule of(IssuedCode... codes) {
    return CodeSchedule.of(List.of(codes));
  }
}
