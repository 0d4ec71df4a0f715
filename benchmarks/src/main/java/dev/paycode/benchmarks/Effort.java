package dev.paycode.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How long is measured.
 *
 * @param rounds how often each is measured, in turn
 * @param forks how many processes measure in a round, one after another; with 0 this one does
 * @param warmups how many iterations come before those that count
 * @param iterations how many iterations count
 * @param iteration the length of an iteration
 * @param holders the most holders that a store keeps
 * @param threads how many threads call at once, by turns
 * @param starts how often a program is started in a round
 */
record Effort(
    int rounds,
    int forks,
    int warmups,
    int iterations,
    Duration iteration,
    int holders,
    List<Integer> threads,
    int starts) {

  /** Enough for figures to go by, within twenty-five minutes on two cores. */
  static final Effort FULL =
      new Effort(3, 1, 2, 2, Duration.ofSeconds(1), 1_000_000, List.of(1, 8), 5);

  /** Proves that everything runs; its figures say nothing. */
  static final Effort QUICK = new Effort(1, 0, 0, 1, Duration.ofMillis(10), 100, List.of(1), 1);

  /** Whether it is only proved that everything runs: in this process wherever that can be. */
  boolean isProof() {
    return forks == 0;
  }

  /** A sentence for the page. */
  String words() {
    return isProof()
        ? "Quick: these figures say nothing, but that everything runs."
        : "Rounds, in turn: "
            + rounds
            + "; of each the median, in brackets the least and the most.";
  }
}
