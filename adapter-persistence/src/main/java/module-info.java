/**
 * Stores of schedules and refill leases.
 *
 * <p>Open {@link dev.paycode.persistence.MemoryStore} for a single server.
 */
module dev.paycode.persistence {
  requires transitive dev.paycode;
  requires com.github.benmanes.caffeine;
  requires static org.jspecify;

  exports dev.paycode.persistence;
}
