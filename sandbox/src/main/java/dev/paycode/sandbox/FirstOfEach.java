package dev.paycode.sandbox;

import dev.paycode.request.CustomerId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The first thing of each customer: of the newest customers, so that it never fills up. */
final class FirstOfEach<T> {

  private static final int MOST = 10_000;

  private final Map<CustomerId, T> firsts = new LinkedHashMap<>();

  /** The customer's first one: this one, if there was none before. */
  synchronized T of(CustomerId customer, Supplier<T> made) {
    Optional<T> first = Optional.ofNullable(firsts.get(customer));
    return first.orElseGet(() -> keep(customer, made.get()));
  }

  private T keep(CustomerId customer, T first) {
    firsts.put(customer, first);
    if (firsts.size() > MOST) {
      Iterator<CustomerId> oldestFirst = firsts.keySet().iterator();
      oldestFirst.next();
      oldestFirst.remove();
    }
    return first;
  }
}
