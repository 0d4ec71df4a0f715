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
    return outcome.authenticated()
        ? print(
            new Told(
                ExitCode.REFUSED,
                "Alipay+ refused: " + inWords(outcome.result()),
                outcome.result().remedy().advice()))
        : print(LastReply.unsigned(outcome.result()));
  }

  @Override
  public Integer misconfigured(Outcome.Misconfigured outcome) {
    return print(new Told(ExitCode.MISCONFIGURED, outcome.problem(), outcome.remedy()));
  }

  @Override
  public Integer gaveUp(Outcome.GaveUp outcome) {
    Told told = outcome.lastReply().fold(new LastReply());
    String fate =
        outcome.mayHaveReachedAlipayPlus() && !outcome.lastReply().isThrottling()
            ? " Codes may have been issued that nobody received."
            : "";
    return print(
        new Told(
            told.exitCode(),
            "gave up after "
                + attempts(outcome.attempts())
                + (": " + Sentence.ended(told.problem()) + fate),
            told.advice()));
  }

  private int print(Told told) {
    errors.print(told.problem(), told.advice());
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
    return print(
        new Told(
            ExitCode.GAVE_UP, "the store of codes does not answer", "Run the same command again."));
  }

  /** A result as one line: {@code PROCESS_FAIL (F): general failure}. */
  static String inWords(Result result) {
    return result.code()
        + (" (" + result.status() + ")")
        + (result.message().isBlank() ? "" : ": " + result.message());
  }
}
