package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What was retired.
 *
 * @param store where
 * @param retired how many codes that had not expired
 */
@JsonPropertyOrder({"store", "retired"})
record RetireReport(String store, long retired) implements Report {

  @Override
  public String text() {
    return Lines.of("Retired in " + store + ": " + retired + (retired == 1 ? " code" : " codes"));
  }
}
