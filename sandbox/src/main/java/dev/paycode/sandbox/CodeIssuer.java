package dev.paycode.sandbox;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes codes of the real shape: 24 digits, one minute long, one every half minute (§5). */
final class CodeIssuer {

  private static final String ISSUER = "281006";
  private static final String USER_PRESENTED = "02";
  private static final long USER_NUMBERS = 10_000_000_000_000_000L;
  private static final Duration VALIDITY = Duration.ofMinutes(1);
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int MOST_DRAWS = 1_000;

  private final RandomGenerator random;
  private final Ledger ledger;

  CodeIssuer(RandomGenerator random, Ledger ledger) {
    this.random = random;
    this.ledger = ledger;
  }

  /** Fresh codes, the first valid from {@code now}, and enters them in the ledger. */
  synchronized List<IssuedCode> issue(CustomerId customer, CodeQuantity quantity, Instant now) {
    return IntStream.range(0, quantity.value())
        .mapToObj(position -> window(now, position))
        .map(window -> issue(customer, window, now))
        .toList();
  }

  private static ValidityWindow window(Instant now, int position) {
    Instant start = now.truncatedTo(ChronoUnit.SECONDS).plus(STEP.multipliedBy(position));
    return ValidityWindow.between(start, start.plus(VALIDITY));
  }

  private IssuedCode issue(CustomerId customer, ValidityWindow window, Instant now) {
    return Stream.generate(this::anyCode)
        .limit(MOST_DRAWS)
        .map(code -> IssuedCode.of(code, window))
        .filter(issued -> ledger.enter(new Issuance(customer, issued, now)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the random source gave only known codes in "
                        + MOST_DRAWS
                        + " draws; use one that does not repeat itself"));
  }

  private PaymentCode anyCode() {
    return PaymentCode.parse(
        ISSUER + USER_PRESENTED + String.format("%016d", random.nextLong(USER_NUMBERS)));
  }
}
