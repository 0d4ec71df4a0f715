package dev.paycode.sandbox;

import dev.paycode.code.IssuedCode;
import java.util.List;

/**
 * What scripts remember from one call to the next.
 *
 * @param calls the number of each customer's first call
 * @param answers each customer's first answer
 * @param codes each customer's first codes
 * @param held the connections that wait for an answer in vain
 */
record Memory(
    FirstOfEach<Integer> calls,
    FirstOfEach<Answer> answers,
    FirstOfEach<List<IssuedCode>> codes,
    HeldConnections held) {

  static Memory empty() {
    return new Memory(
        new FirstOfEach<>(), new FirstOfEach<>(), new FirstOfEach<>(), new HeldConnections());
  }

  @Override
  public String toString() {
    return "Memory";
  }
}
