package dev.paycode.sandbox;

import dev.paycode.code.PaymentCode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The codes that were issued, each once. Keeps the newest ones only, so that it never fills up. */
final class Ledger {

  private static final int LONGEST = 100_000;

  private final Map<PaymentCode, Issuance> issuances = new LinkedHashMap<>();
  private final int longest;

  Ledger() {
    this(LONGEST);
  }

  Ledger(int longest) {
    this.longest = longest;
  }

  /** Enters the issuance, unless its code is in the ledger already. */
  synchronized boolean enter(Issuance issuance) {
    if (issuances.putIfAbsent(issuance.code().code(), issuance) != null) {
      return false;
    }
    if (issuances.size() > longest) {
      dropOldest();
    }
    return true;
  }

  private void dropOldest() {
    Iterator<Issuance> oldestFirst = issuances.values().iterator();
    oldestFirst.next();
    oldestFirst.remove();
  }

  /** A copy of the ledger, oldest first. */
  synchronized List<Issuance> issued() {
    return List.copyOf(issuances.values());
  }

  synchronized Optional<Issuance> find(PaymentCode code) {
    return Optional.ofNullable(issuances.get(code));
  }
}
