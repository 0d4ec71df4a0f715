package dev.paycode.cli;

import dev.paycode.persistence.UnusableStoreKeysException;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.signing.UnusableKeyException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells of an error in two lines, what is wrong and what to do, and with {@code --verbose} the
 * stack trace after them.
 */
final class ErrorLines implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final String END_OF_FILE_NAME = "' ";

  private final Streams streams;

  @Inject
  ErrorLines(Streams streams) {
    this.streams = streams;
  }

  /** Writes the two lines, whatever the texts hold. */
  void print(String problem, String advice) {
    streams.err().print(Lines.of(of(problem, advice)));
  }

  /** The two lines, whatever the texts hold. */
  static Stream<String> of(String problem, String advice) {
    return Stream.of("paycode: " + Discretion.line(problem), Discretion.line(advice));
  }

  /**
   * Tells that results could not be written, unless whoever read them has ended, as head does; the
   * exit code for it.
   */
  int unwritten(IOException failure) {
    String reason = String.valueOf(failure.getMessage());
    if (reason.contains("Broken pipe")) {
      return ExitCode.PIPE_CLOSED;
    }
    print(
        "the result cannot be written to stdout: " + reason,
        "Free space, or send it to another file; codes that were not written are lost.");
    return ExitCode.MISCONFIGURED;
  }

  @Override
  public int handleParseException(ParameterException refused, String[] args) {
    WrongUse wrong = new WrongUse(refused, List.of(args));
    print(wrong.problem(), wrong.advice());
    trace(refused, List.of(args).contains("--verbose"), wrong::masked);
    return ExitCode.INVALID;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Failure failure = failure(thrown);
    print(failure.problem(), failure.advice());
    trace(thrown, parsed.expandedArgs().contains("--verbose"), Discretion::anything);
    return failure.exitCode();
  }

  /** What to tell of whatever was thrown. */
  static Failure failure(Exception thrown) {
    if (thrown instanceof Failure told) {
      return told;
    }
    if (thrown instanceof UnusableStoreKeysException unusable) {
      return unusable(unusable, String.valueOf(unusable.getMessage()));
    }
    if (thrown instanceof StoreUnavailableException down) {
      return Failure.unavailable(
          String.valueOf(down.getMessage()), "See that the store runs, and try again.", down);
    }
    return thrown instanceof UnusableKeyException unusable
        ? unusable(unusable, String.valueOf(unusable.getMessage()))
        : Failure.fault(thrown);
  }

  /** The message says what is wrong, and after a semicolon what to do, commands included. */
  private static Failure unusable(Exception cause, String message) {
    int end = message.indexOf("; ", message.indexOf(END_OF_FILE_NAME) + 1);
    return end < 0
        ? Failure.misconfigured(
            message,
            cause instanceof UnusableKeyException
                ? "The command needs the wallet's own private key and Alipay+'s public key, both RSA."
                : "The keys of a store are made by 'paycode store keys new FILE'.",
            cause)
        : Failure.misconfigured(
            message.substring(0, end), Sentence.begun(message.substring(end + 2)), cause);
  }

  private void trace(Exception thrown, boolean wanted, UnaryOperator<String> masking) {
    if (wanted) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      streams.err().print(masking.apply(trace.toString()));
    }
  }
}
