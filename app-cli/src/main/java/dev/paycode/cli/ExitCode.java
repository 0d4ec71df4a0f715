package dev.paycode.cli;

/** How the command ends, as {@code --help} and README list it. */
final class ExitCode {

  static final int OBTAINED = 0;
  static final int FAULT = 1;
  static final int INVALID = 2;
  static final int REFUSED = 3;
  static final int GAVE_UP = 4;
  static final int UNTRUSTED = 5;
  static final int MISCONFIGURED = 6;
  static final int HUNG_UP = 129;
  static final int INTERRUPTED = 130;
  static final int PIPE_CLOSED = 141;
  static final int TERMINATED = 143;

  private ExitCode() {}
}
