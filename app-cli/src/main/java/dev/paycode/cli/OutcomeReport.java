package dev.paycode.cli;

import dev.paycode.handling.Outcome;
import dev.paycode.result.Result;
import jakarta.inject.Inject;

/** Turns outcomes into exit codes, and tells of those that brought no code. */
final class OutcomeReport implements Outcome.Cases<Integer> {

  private final ErrorLines errors;

  @Inject
  OutcomeReport(ErrorLines errors) {
    this.errors = errors;
  }

  @Override
  public Integer obtained(Outcome.Obtained outcome) {
    return ExitCode.OBTAINED;
  }

  @Override
  public Integer refused(Outcome.Refused outcome) {
    String who =
        outcome.authenticated()
            ? "Alipay+ refused: "
            : "refused in an answer that nobody signed, so that it may be anybody's: ";
    errors.print(who + inWords(outcome.result()), outcome.result().remedy().advice());
    return ExitCode.REFUSED;
  }

  @Override
  public Integer misconfigured(Outcome.Misconfigured outcome) {
    errors.print(outcome.problem(), outcome.remedy());
    return ExitCode.MISCONFIGURED;
  }

  @Override
  public Integer gaveUp(Outcome.GaveUp outcome) {
    Told told = outcome.lastReply().fold(new LastReply());
    String fate =
        outcome.mayHaveReachedAlipayPlus()
            ? " Codes may have been issued that nobody received."
            : "";
    errors.print(
        "gave up after " + attempts(outcome.attempts()) + ": " + told.problem() + fate,
        told.advice());
    return told.exitCode();
  }

  private static String attempts(int number) {
    return number == 1 ? "1 attempt" : number + " attempts";
  }

  /** Whoever interrupts knows. */
  @Override
  public Integer cancelled(Outcome.Cancelled outcome) {
    return ExitCode.INTERRUPTED;
  }

  /** Nothing was asked, because what it brings could not be kept. */
  int storeDown() {
    errors.print("the store of codes does not answer", "Run the same command again.");
    return ExitCode.GAVE_UP;
  }

  /** A result as one line: {@code PROCESS_FAIL (F): general failure}. */
  static String inWords(Result result) {
    return result.code()
        + (" (" + result.status() + ")")
        + (result.message().isBlank() ? "" : ": " + result.message());
  }
}
