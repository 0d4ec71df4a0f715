package dev.paycode.cli;

import dev.paycode.handling.Outcome;
import dev.paycode.result.Result;

/** Says how a request ended and what to do, in words. */
final class OutcomeWords implements Outcome.Cases<Told> {

  /** What is said where nothing was asked, because what it brings could not be kept. */
  static final Told STORE_DOWN =
      new Told(
          ExitCode.GAVE_UP, "the store of codes does not answer", "Run the same command again.");

  @Override
  public Told obtained(Outcome.Obtained outcome) {
    return new Told(ExitCode.OBTAINED, "codes were obtained", "Show them.");
  }

  @Override
  public Told refused(Outcome.Refused outcome) {
    return outcome.authenticated()
        ? new Told(
            ExitCode.REFUSED,
            "Alipay+ refused: " + inWords(outcome.result()),
            outcome.result().remedy().advice())
        : LastReply.unsigned(outcome.result());
  }

  @Override
  public Told misconfigured(Outcome.Misconfigured outcome) {
    return new Told(ExitCode.MISCONFIGURED, outcome.problem(), outcome.remedy());
  }

  @Override
  public Told gaveUp(Outcome.GaveUp outcome) {
    Told told = outcome.lastReply().fold(new LastReply());
    String fate =
        outcome.mayHaveReachedAlipayPlus() && !outcome.lastReply().isThrottling()
            ? " Codes may have been issued that nobody received."
            : "";
    return new Told(
        told.exitCode(),
        "gave up after "
            + attempts(outcome.attempts())
            + (": " + Sentence.ended(told.problem()) + fate),
        told.advice());
  }

  private static String attempts(int number) {
    return number == 1 ? "1 attempt" : number + " attempts";
  }

  @Override
  public Told cancelled(Outcome.Cancelled outcome) {
    return new Told(ExitCode.INTERRUPTED, "interrupted", "Run the same command again.");
  }

  /** A result as one line: {@code PROCESS_FAIL (F): general failure}. */
  static String inWords(Result result) {
    return result.code()
        + (" (" + result.status() + ")")
        + (result.message().isBlank() ? "" : ": " + result.message());
  }
}
