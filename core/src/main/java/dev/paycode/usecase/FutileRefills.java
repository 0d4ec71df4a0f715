package dev.paycode.usecase;

import dev.paycode.handling.Outcome;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The refills of the last seconds that left their holder without a code, so that a screen that asks
 * again and again does not make the gateway refuse again and again. Holds a bounded number; safe
 * for use by many threads.
 */
final class FutileRefills {

  /** How long another refill would end no better. */
  static final Duration MEMORY = Duration.ofSeconds(5);

  private static final int MOST = 10_000;

  private record Futile(Outcome outcome, Instant forgotten) {}

  private final Map<CodeHolder, Futile> refills =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CodeHolder, Futile> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers how a holder's refill ended, unless it was cancelled by whoever wanted it. */
  synchronized void remember(CodeHolder holder, Outcome outcome, Instant now) {
    if (outcome.kind() != Outcome.Kind.CANCELLED) {
      refills.remove(holder);
      refills.put(holder, new Futile(outcome, now.plus(MEMORY)));
    }
  }

  /** Forgets the holder, who has a code now. */
  synchronized void forget(CodeHolder holder) {
    refills.remove(holder);
  }

  /** How the holder's last futile refill ended, if it is not forgotten yet. */
  synchronized Optional<Outcome> of(CodeHolder holder, Instant now) {
    return Optional.ofNullable(refills.get(holder))
        .filter(refill -> now.isBefore(refill.forgotten()))
        .map(Futile::outcome);
  }
}
