package dev.paycode.cli;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.result.Remedy;
import dev.paycode.result.Result;

/** Why a handling was given up, as the last reply tells it. */
final class LastReply implements Reply.Cases<Told> {

  @Override
  public Told answer(Reply.Answer reply) {
    return new Told(
        ExitCode.GAVE_UP,
        "Alipay+ answers " + OutcomeWords.inWords(reply.result()),
        reply.result().remedy().advice());
  }

  @Override
  public Told noResult(Reply.NoResult reply) {
    String detail = reply.detail().isEmpty() ? "" : " (" + reply.detail() + ")";
    String problem = Sentence.unended(reply.cause().explanation()) + detail;
    return switch (reply.cause().kind()) {
      case NOT_SENT -> new Told(ExitCode.GAVE_UP, problem, unreached(reply.cause()));
      case LOST -> new Told(ExitCode.GAVE_UP, problem, "Run the same command again in a moment.");
      case UNTRUSTED ->
          new Told(
              ExitCode.UNTRUSTED,
              problem,
              "Check the gateway's address, the client id, Alipay+'s public key and this machine's"
                  + " clock; if they are right, somebody else may be answering.");
    };
  }

  private static String unreached(Cause cause) {
    return cause == Cause.NOT_ADMITTED || cause == Cause.REFILL_UNDER_WAY
        ? "Run the same command again in a moment."
        : "Check the gateway's address and the network, then run the same command again.";
  }

  @Override
  public Told throttled(Reply.Throttled reply) {
    return new Told(
        ExitCode.GAVE_UP,
        "The gateway asks for fewer calls (HTTP 429).",
        Remedy.REDUCE_THE_RATE.advice());
  }

  @Override
  public Told unauthenticated(Reply.Unauthenticated reply) {
    return unsigned(reply.unverified());
  }

  /** An F that nobody signed: its code may be a hint, its message is anybody's words. */
  static Told unsigned(Result unverified) {
    return new Told(
        ExitCode.UNTRUSTED,
        "An answer that nobody signed says " + unverified.code() + " (" + unverified.status() + ")",
        "It may be anybody's. Check the gateway's address and the network; if they are right, act by"
            + " the code: "
            + unverified.remedy().advice());
  }

  @Override
  public Told misconfigured(Reply.Misconfigured reply) {
    return new Told(ExitCode.MISCONFIGURED, reply.problem(), reply.remedy());
  }
}
