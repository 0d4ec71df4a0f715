package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Which keys a store has now.
 *
 * @param file where they are
 * @param keys their numbers, and which of them seals
 */
@JsonPropertyOrder({"file", "keys"})
record StoreKeysReport(String file, String keys) implements Report {

  @Override
  public String text() {
    return Lines.of(file + ": " + keys);
  }
}
