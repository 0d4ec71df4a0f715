package dev.paycode.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What scripts and rules threw: functions of a test's author, who must hear of it. */
final class ScriptFailures {

  /** What the calls name the answer. */
  static final String ANSWER = "SCRIPT-FAILED";

  /** One says what is wrong; a rule may throw for every call. */
  private static final int MOST = 100;

  private final List<Throwable> oldestFirst = new ArrayList<>();

  /** Enters the failure, and says so to the caller: by its type, for its text may hold anything. */
  Answer enter(Throwable thrown) {
    remember(thrown);
    String text = "A script or rule of the sandbox threw " + thrown.getClass().getName() + ".\n";
    return Answer.of(
        500,
        Map.of("Content-Type", List.of("text/plain")),
        text.getBytes(StandardCharsets.US_ASCII));
  }

  private synchronized void remember(Throwable thrown) {
    if (oldestFirst.size() < MOST) {
      oldestFirst.add(thrown);
    }
  }

  /** A copy, oldest first. */
  synchronized List<Throwable> failures() {
    return List.copyOf(oldestFirst);
  }

  synchronized void clear() {
    oldestFirst.clear();
  }
}
