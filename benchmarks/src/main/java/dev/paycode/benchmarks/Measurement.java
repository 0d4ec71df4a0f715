package dev.paycode.benchmarks;

import java.io.IOException;

/** How one subject is measured. */
interface Measurement {

  /**
   * Measures, and answers with what to say of it in Markdown.
   *
   * @throws IOException if another program that is measured cannot be run
   * @throws InterruptedException if the thread is interrupted
   */
  String tables(Workshop workshop) throws IOException, InterruptedException;
}
