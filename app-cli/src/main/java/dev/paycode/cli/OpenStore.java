package dev.paycode.cli;

import dev.paycode.persistence.CodeStore;

/**
 * A store in use.
 *
 * @param store what keeps codes
 * @param address where
 * @param end gives back what it holds of the system
 */
record OpenStore(CodeStore store, StoreAddress address, Runnable end) implements AutoCloseable {

  @Override
  public void close() {
    end.run();
  }
}
