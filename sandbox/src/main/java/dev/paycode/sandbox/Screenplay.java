package dev.paycode.sandbox;

import dev.paycode.request.CodeRequest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** Which script which call gets: the next ones in turn, then by rule, then by customer. */
final class Screenplay {

  private final Deque<Script> next = new ArrayDeque<>();
  private final Deque<Rule> newestFirst = new ArrayDeque<>();

  private record Rule(Predicate<CodeRequest> whom, Script script) {}

  synchronized void append(Collection<Script> scripts) {
    next.addAll(scripts);
  }

  synchronized void add(Predicate<CodeRequest> whom, Script script) {
    newestFirst.addFirst(new Rule(whom, script));
  }

  synchronized void clear() {
    next.clear();
    newestFirst.clear();
  }

  Script scriptFor(CodeRequest request) {
    return told(request).orElseGet(() -> ScriptedCustomer.scriptFor(request.customerId()));
  }

  private synchronized Optional<Script> told(CodeRequest request) {
    return Optional.ofNullable(next.poll())
        .or(
            () ->
                newestFirst.stream()
                    .filter(rule -> rule.whom().test(request))
                    .map(Rule::script)
                    .findFirst());
  }
}
