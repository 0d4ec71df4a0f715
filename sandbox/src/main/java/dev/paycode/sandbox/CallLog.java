package dev.paycode.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The calls that came. Keeps the newest ones only, so that it never fills up. */
final class CallLog {

  private static final int LONGEST = 100_000;

  private final Deque<SandboxCall> oldestFirst = new ArrayDeque<>();
  private int count;

  /** The number of a call that comes now. */
  synchronized int next() {
    return ++count;
  }

  synchronized void enter(int number, Instant at, String answer) {
    oldestFirst.add(new SandboxCall(number, at, answer));
    if (oldestFirst.size() > LONGEST) {
      oldestFirst.remove();
    }
  }

  /** A copy, oldest first. */
  synchronized List<SandboxCall> calls() {
    return List.copyOf(oldestFirst);
  }
}
