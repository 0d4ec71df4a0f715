package dev.paycode.port.out;

/**
 * Outgoing port to whoever counts, traces or audits: told of every attempt, wait and outcome, never
 * of a secret.
 *
 * <p>Called on the thread that handles the request; safe for use by many threads. What a listener
 * throws is ignored.
 */
public interface HandlingListener {

  /**
   * An attempt begins.
   *
   * @param number which attempt, from 1
   */
  default void attempting(int number) {}

  /** An attempt has ended. */
  default void attempted(Attempt attempt) {}

  /** The next attempt has to wait. */
  default void waiting(Pause pause) {}

  /** A handling has ended. */
  default void finished(Ending ending) {}

  /**
   * A refill in the background has thrown what no port may throw: an adapter is at fault. The
   * fault's text is the adapter's own.
   */
  default void backgroundFault(RuntimeException fault) {}

  /** A listener that does nothing. */
  static HandlingListener silent() {
    return new HandlingListener() {};
  }
}
