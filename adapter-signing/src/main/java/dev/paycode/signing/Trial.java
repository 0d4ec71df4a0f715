package dev.paycode.signing;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * An attempt to read something as what it may not be. Parsers of keys say so by exceptions of many
 * types, whose messages may quote the key, so none of them goes any further.
 */
final class Trial {

  private Trial() {}

  /** What was read, if it could be. */
  static <T> Optional<T> of(Callable<? extends T> reading) {
    try {
      return Optional.of(reading.call());
    } catch (Exception unreadable) {
      return Optional.empty();
    }
  }
}
