package dev.paycode.port.out;

import static java.util.Objects.requireNonNull;

import dev.paycode.handling.Outcome;
import java.time.Duration;

/**
 * The facts of a handling that has ended, for metrics and audit; no secret among them.
 *
 * @param kind how it ended
 * @param attempts how often the request was sent
 * @param took from the handling's start to its end
 */
public record Ending(Outcome.Kind kind, int attempts, Duration took) {

  /** Refuses null. */
  public Ending {
    requireNonNull(kind, "kind");
    requireNonNull(took, "took");
  }
}
