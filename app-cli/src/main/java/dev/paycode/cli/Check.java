package dev.paycode.cli;

/** One look at the set-up. */
interface Check {

  /**
   * What was found, in one sentence, if it is as it should be.
   *
   * @throws Failure if it is not
   * @throws dev.paycode.signing.UnusableKeyException if a key is not
   * @throws InterruptedException if the user has enough
   */
  String examine() throws InterruptedException;
}
