package dev.paycode.sandbox;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes codes of the real shape: 24 digits, those of the issuer and the business type first (§5).
 */
final class CodeIssuer {

  private static final String ISSUER = "281006";
  private static final String USER_PRESENTED = "02";
  private static final long USER_NUMBERS = 10_000_000_000_000_000L;
  private static final int MOST_DRAWS = 1_000;

  private final RandomGenerator random;
  private final Ledger ledger;

  CodeIssuer(RandomGenerator random, Ledger ledger) {
    this.random = random;
    this.ledger = ledger;
  }

  /**
   * A fresh code for each window.
   *
   * @param line what the ledger says of a code
   */
  synchronized List<IssuedCode> issue(
      List<ValidityWindow> windows, Function<IssuedCode, Issuance> line) {
    return windows.stream().map(window -> issue(window, line)).toList();
  }

  private IssuedCode issue(ValidityWindow window, Function<IssuedCode, Issuance> line) {
    return Stream.generate(this::anyCode)
        .limit(MOST_DRAWS)
        .map(code -> IssuedCode.of(code, window))
        .filter(issued -> ledger.enter(line.apply(issued)))
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
        ISSUER
            + USER_PRESENTED
            + String.format(Locale.ROOT, "%016d", random.nextLong(USER_NUMBERS)));
  }
}
