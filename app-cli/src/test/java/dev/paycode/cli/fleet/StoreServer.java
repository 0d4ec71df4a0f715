package dev.paycode.cli.fleet;

/** A shared store: one for all tests of the run, whose server ends with the process. */
interface StoreServer {

  /** Where it is, also after it has been started again. */
  String address();

  /** Stops it; what is in it stays. Returns when nobody is served any more. */
  void stop();

  /** Starts it again, with what was in it. */
  void startAgain();
}
