package dev.paycode.usecase;

import dev.paycode.handling.Outcome;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The failures of the last seconds, so that a screen that asks again and again does not make the
 * gateway refuse again and again. Holds a bounded number; safe for use by many threads.
 */
final class RecentFailures {

  private static final Duration MEMORY = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private record Failure(Outcome outcome, Instant forgotten) {}

  private final Map<CodeHolder, Failure> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CodeHolder, Failure> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers how a holder's refill ended, if another a moment later would end no better. */
  synchronized void remember(CodeHolder holder, Outcome outcome, Instant now) {
    failures.remove(holder);
    if (outcome.kind() != Outcome.Kind.OBTAINED && outcome.kind() != Outcome.Kind.CANCELLED) {
      failures.put(holder, new Failure(outcome, now.plus(MEMORY)));
    }
  }

  /** The holder's failure, if it is not forgotten yet. */
  synchronized Optional<Outcome> of(CodeHolder holder, Instant now) {
    return Optional.ofNullable(failures.get(holder))
        .filter(failure -> now.isBefore(failure.forgotten()))
        .map(Failure::outcome);
  }
}
