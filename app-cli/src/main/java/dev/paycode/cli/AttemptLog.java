package dev.paycode.cli;

import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.result.Result;
import java.io.PrintStream;

/** Tells of each attempt in one line, for {@code --verbose}. */
final class AttemptLog implements HandlingListener {

  private final PrintStream err;

  AttemptLog(PrintStream err) {
    this.err = err;
  }

  @Override
  public void attempted(Attempt attempt) {
    err.println(
        "attempt "
            + attempt.number()
            + (", " + attempt.took().toMillis() + " ms: ")
            + attempt
                .reply()
                .statedResult()
                .map(Result::code)
                .map(Object::toString)
                .orElseGet(() -> attempt.reply().fold(new LastReply()).problem())
            + (", " + attempt.codesReceived() + " codes"));
  }
}
