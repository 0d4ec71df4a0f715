package dev.paycode.cli;

import dev.paycode.handling.Outcome;
import jakarta.inject.Inject;

/** Turns outcomes into exit codes, and tells of those that brought no code. */
final class OutcomeReport implements Outcome.Cases<Integer> {

  private final ErrorLines errors;
  private final OutcomeWords words = new OutcomeWords();

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
    return print(words.refused(outcome));
  }

  @Override
  public Integer misconfigured(Outcome.Misconfigured outcome) {
    return print(words.misconfigured(outcome));
  }

  @Override
  public Integer gaveUp(Outcome.GaveUp outcome) {
    return print(words.gaveUp(outcome));
  }

  /** Whoever interrupts knows. */
  @Override
  public Integer cancelled(Outcome.Cancelled outcome) {
    return ExitCode.INTERRUPTED;
  }

  /** Nothing was asked, because what it brings could not be kept. */
  int storeDown() {
    return print(OutcomeWords.STORE_DOWN);
  }

  private int print(Told told) {
    errors.print(told.problem(), told.advice());
    return told.exitCode();
  }
}
