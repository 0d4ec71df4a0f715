package dev.paycode.persistence;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Texts of which each names one change of a lease, among all servers: by the server's name, a
 * random number of this store, and a count. Safe for use by many threads.
 */
final class LeaseOwners {

  static final int LONGEST_NAME = 40;

  private final String store;
  private final AtomicLong count = new AtomicLong();

  private LeaseOwners(String store) {
    this.store = store;
  }

  static LeaseOwners named(String server) {
    byte[] number = new byte[8];
    new SecureRandom().nextBytes(number);
    return new LeaseOwners(server + "-" + HexFormat.of().formatHex(number));
  }

  String next() {
    return store + "#" + count.incrementAndGet();
  }

  @Override
  public String toString() {
    return store;
  }
}
