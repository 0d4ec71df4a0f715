package dev.paycode.sandbox;

import dev.paycode.request.CustomerId;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers who called before: the newest ones, so that it never fills up. */
final class FirstCalls {

  private static final int MOST = 10_000;

  private final Set<CustomerId> callers = new LinkedHashSet<>();

  /** Whether this is the customer's first call; the next time it is not. */
  synchronized boolean isFirst(CustomerId customer) {
    boolean first = callers.add(customer);
    if (callers.size() > MOST) {
      forgetOldest();
    }
    return first;
  }

  private void forgetOldest() {
    Iterator<CustomerId> oldestFirst = callers.iterator();
    oldestFirst.next();
    oldestFirst.remove();
  }
}
