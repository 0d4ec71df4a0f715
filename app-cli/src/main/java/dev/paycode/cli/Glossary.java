package dev.paycode.cli;

import static dev.paycode.cli.Explanation.Kind.CAUSE;
import static dev.paycode.cli.Explanation.Kind.EXIT_CODE;
import static dev.paycode.cli.Explanation.Kind.OUTCOME;
import static dev.paycode.cli.Explanation.Kind.RESULT_CODE;
import static dev.paycode.cli.Explanation.Kind.RESULT_STATUS;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import dev.paycode.result.SpecifiedCode;
import java.util.Optional;
import java.util.stream.Stream;

/** All words that a command may end with, explained. */
final class Glossary {

  private Glossary() {}

  static Stream<Explanation> all() {
    return Stream.of(
            Stream.of(ResultStatus.values()).map(Glossary::status),
            Stream.of(SpecifiedCode.values()).map(Glossary::specified),
            Stream.of(Outcome.Kind.values()).map(Glossary::outcome),
            Stream.of(Cause.values()).map(Glossary::cause),
            Stream.of(ExitMeaning.values()).map(Glossary::exit))
        .flatMap(words -> words);
  }

  /** The explanation of a word, whatever its case. */
  static Optional<Explanation> find(String word) {
    return all().filter(it -> it.name().equalsIgnoreCase(word)).findFirst();
  }

  /** What is known of a result code that the specification does not list. */
  static Explanation unlisted(ResultCode code) {
    return new Explanation(
        code.toString(),
        RESULT_CODE,
        null,
        "The specification does not list it, so the status beside it decides: S shows no code without"
            + " SUCCESS and is retried, F is final, U is retried",
        "With F do not retry, and ask Alipay+ technical support about the code; with S or U send the"
            + " same request again later.",
        null);
  }

  private static int exitCode(ResultStatus status) {
    return switch (status) {
      case S -> ExitCode.OBTAINED;
      case F -> ExitCode.REFUSED;
      case U -> ExitCode.GAVE_UP;
    };
  }

  private static Explanation status(ResultStatus status) {
    String meaning =
        switch (status) {
          case S -> "The request succeeded; only with the code SUCCESS does it bring payment codes";
          case F -> "The request failed for good";
          case U -> "Nobody knows what became of the request, or there are too many";
        };
    String advice =
        switch (status) {
          case S -> "Display the payment code.";
          case F -> "Act by the result code, and never send the request again.";
          case U -> "Nothing: the same request is sent again, for as long as it may help.";
        };
    return new Explanation(
        status.name(), RESULT_STATUS, status.name(), meaning, advice, exitCode(status));
  }

  private static Explanation specified(SpecifiedCode code) {
    return new Explanation(
        code.name(),
        RESULT_CODE,
        code.status().name(),
        code.meaning(),
        Result.of(code.status(), code.code(), "").remedy().advice(),
        exitCode(code.status()));
  }

  private static Explanation outcome(Outcome.Kind kind) {
    ExitMeaning meaning =
        switch (kind) {
          case OBTAINED -> ExitMeaning.OBTAINED;
          case REFUSED -> ExitMeaning.REFUSED;
          case MISCONFIGURED -> ExitMeaning.MISCONFIGURED;
          case GAVE_UP -> ExitMeaning.GAVE_UP;
          case CANCELLED -> ExitMeaning.INTERRUPTED;
        };
    return new Explanation(
        kind.name(), OUTCOME, null, meaning.meaning(), meaning.advice(), meaning.code());
  }

  private static Explanation cause(Cause cause) {
    Told told = new Reply.NoResult(cause, "").fold(new LastReply());
    return new Explanation(
        cause.name(), CAUSE, null, cause.explanation(), told.advice(), told.exitCode());
  }

  private static Explanation exit(ExitMeaning exit) {
    return new Explanation(
        String.valueOf(exit.code()), EXIT_CODE, null, exit.meaning(), exit.advice(), exit.code());
  }
}
