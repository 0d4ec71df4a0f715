package dev.paycode.cli;

import dev.paycode.handling.Reply;
import dev.paycode.persistence.DroppedRow;
import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of each attempt in one line, for {@code --verbose}; not while a picture stands on the
 * screen, but after it. Safe for use by many threads.
 */
@Singleton
final class AttemptLog implements HandlingListener {

  private final Streams streams;
  private final ProgressLine line;
  private final List<String> heldBack = new ArrayList<>();
  private boolean holdingBack;

  @Inject
  AttemptLog(Streams streams) {
    this.streams = streams;
    this.line = new ProgressLine(streams.err());
  }

  @Override
  public void attempted(Attempt attempt) {
    tell(
        "attempt "
            + attempt.number()
            + (", " + attempt.took().toMillis() + " ms: ")
            + gist(attempt));
  }

  @Override
  public void waiting(Pause pause) {
    tell("waiting " + pause.length().toMillis() + " ms: " + reason(pause));
  }

  private static String reason(Pause pause) {
    return switch (pause.reason()) {
      case RETRY -> "before the same request is sent again";
      case TURN -> "for a turn, since Alipay+ asked for fewer calls";
    };
  }

  /** What an attempt brought, in a few words. */
  static String gist(Attempt attempt) {
    int codes = attempt.codesReceived();
    return gist(attempt.reply()) + ", " + codes + (codes == 1 ? " code" : " codes");
  }

  /** Tells of codes that are lost, whether the user wants to know or not. */
  void dropped(DroppedRow row) {
    tell(
        switch (row.reason()) {
          case UNKNOWN_KEY -> "paycode: kept codes are dropped, sealed by a key that is not there";
          case ALTERED -> "paycode: kept codes are dropped, somebody has altered them";
          case UNKNOWN_FORMAT -> "paycode: kept codes are dropped, another version wrote them";
        });
  }

  /** Tells what is wrong and what to do, whether the user wants to know or not. */
  void trouble(String problem, String advice) {
    ErrorLines.of(problem, advice).forEach(this::tell);
  }

  private static String gist(Reply reply) {
    return reply
        .statedResult()
        .map(
            stated ->
                stated.code()
                    + (reply instanceof Reply.Unauthenticated
                        ? " in an answer that nobody signed"
                        : ""))
        .orElseGet(() -> Sentence.unended(reply.fold(new LastReply()).problem()));
  }

  private synchronized void tell(String words) {
    if (holdingBack) {
      heldBack.add(words);
    } else {
      line.clear();
      streams.err().println(words);
    }
  }

  /** One line that changes instead of many, where stderr is a terminal. */
  HandlingListener progress() {
    return streams.isErrTerminal() ? new Progress(this::overwrite) : HandlingListener.silent();
  }

  /** Unless something else stands on the screen now. */
  private synchronized void overwrite(String words) {
    if (!holdingBack) {
      line.write(words);
    }
  }

  /** Keeps lines until {@link #release}. */
  synchronized void holdBack() {
    holdingBack = true;
  }

  /** Tells all that was held back. */
  synchronized void release() {
    holdingBack = false;
    heldBack.forEach(streams.err()::println);
    heldBack.clear();
  }
}
