package dev.paycode.benchmarks;

/** A client of the gateway; for use by many threads. */
@FunctionalInterface
interface Caller {

  /**
   * Makes one whole call for ten codes.
   *
   * @throws Exception if it brings anything but ten codes
   */
  void call() throws Exception;
}
