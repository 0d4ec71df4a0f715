package dev.paycode.sandbox;

import dev.paycode.code.ValidityWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** When codes are valid: for a minute, each half a minute after the one before (§5). */
final class Windows {

  private static final Duration VALIDITY = Duration.ofMinutes(1);
  private static final Duration STEP = Duration.ofSeconds(30);

  private Windows() {}

  /** As many windows, the first from this second on. */
  static List<ValidityWindow> from(Instant now, int number) {
    return every(STEP, VALIDITY, now, number);
  }

  /** As many windows of that length, one every step, the first from this second on. */
  static List<ValidityWindow> every(Duration step, Duration length, Instant now, int number) {
    Instant first = now.truncatedTo(ChronoUnit.SECONDS);
    return IntStream.range(0, number)
        .mapToObj(position -> first.plus(step.multipliedBy(position)))
        .map(start -> ValidityWindow.between(start, start.plus(length)))
        .toList();
  }
}
