package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a purge has removed.
 *
 * @param store where
 * @param purged how many holders were forgotten
 */
@JsonPropertyOrder({"store", "purged"})
record PurgeReport(String store, long purged) implements Report {

  @Override
  public String text() {
    return Lines.of("Purged from " + store + ": " + purged);
  }
}
