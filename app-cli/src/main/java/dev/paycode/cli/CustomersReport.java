package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.paycode.sandbox.ScriptedCustomer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The customers to whom the sandbox gives scripted answers.
 *
 * @param customers each of them
 */
record CustomersReport(List<Entry> customers) implements Report {

  /**
   * One of them.
   *
   * @param customerId the ID to ask for
   * @param meaning what happens then
   */
  @JsonPropertyOrder({"customerId", "meaning"})
  record Entry(String customerId, String meaning) {

    private String row() {
      return Wrapping.after("%-28s ".formatted(customerId), meaning);
    }
  }

  static CustomersReport ofAll() {
    return new CustomersReport(
        Stream.of(ScriptedCustomer.values())
            .map(it -> new Entry(it.customerId().toString(), it.meaning()))
            .toList());
  }

  @Override
  public String text() {
    return Lines.of(customers.stream().map(Entry::row));
  }
}
