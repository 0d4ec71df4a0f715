package dev.paycode.cli;

import org.jspecify.annotations.Nullable;

/** The end of a command that cannot do its work: what is wrong, what to do, and the exit code. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String advice;

  private Failure(int exitCode, String problem, String advice, @Nullable Throwable cause) {
    super(problem, cause);
    this.exitCode = exitCode;
    this.advice = advice;
  }

  /** Something the user gave is not allowed. */
  static Failure invalid(String problem, String advice) {
    return new Failure(ExitCode.INVALID, problem, advice, null);
  }

  /** Something the user gave is not allowed, as the cause says. */
  static Failure invalid(String problem, String advice, Throwable cause) {
    return new Failure(ExitCode.INVALID, problem, advice, cause);
  }

  /** The command cannot work until somebody changes the set-up, as the cause says. */
  static Failure misconfigured(String problem, String advice, Throwable cause) {
    return new Failure(ExitCode.MISCONFIGURED, problem, advice, cause);
  }

  /** The command cannot work until somebody changes the set-up. */
  static Failure misconfigured(String problem, String advice) {
    return new Failure(ExitCode.MISCONFIGURED, problem, advice, null);
  }

  /** What the command needs does not answer now, as the cause says. */
  static Failure unavailable(String problem, String advice, Throwable cause) {
    return new Failure(ExitCode.GAVE_UP, problem, advice, cause);
  }

  /** Nobody knows whose the bytes are. */
  static Failure untrusted(String problem, String advice) {
    return new Failure(ExitCode.UNTRUSTED, problem, advice, null);
  }

  /**
   * The program itself is at fault. The exception's text is not shown: nobody knows what is in it.
   */
  static Failure fault(Exception cause) {
    return new Failure(
        ExitCode.FAULT,
        "internal fault: " + cause.getClass().getSimpleName(),
        "Run the same command with --verbose and report what it prints.",
        cause);
  }

  int exitCode() {
    return exitCode;
  }

  /** What is wrong, in one line. */
  String problem() {
    return String.valueOf(getMessage());
  }

  /** What to do, in one line. */
  String advice() {
    return advice;
  }
}
