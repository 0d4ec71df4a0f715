package dev.paycode.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * What every measurement works with.
 *
 * @param effort how long to measure
 * @param out the directory to keep raw figures in
 * @param project the checkout in which the command line is packaged
 * @param progress where to tell how far it is
 */
record Workshop(Effort effort, Path out, Path project, PrintWriter progress) {

  /** Tells that a round begins. */
  void tell(String subject, int round) {
    progress.printf("%s: round %d of %d%n", subject, round, effort.rounds());
    progress.flush();
  }
}
