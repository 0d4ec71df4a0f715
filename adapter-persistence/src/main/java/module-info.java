/**
 * Stores of schedules and refill leases.
 *
 * <p>Open {@link dev.paycode.persistence.MemoryStore} for a single server, {@link
 * dev.paycode.persistence.JdbcStore} for many.
 */
@SuppressWarnings("requires-automatic") // Tink names its module in the manifest only
module dev.paycode.persistence {
  requires transitive dev.paycode;
  requires com.github.benmanes.caffeine;
  requires com.google.crypto.tink;
  requires static com.zaxxer.hikari;
  requires transitive java.sql;
  requires static org.jspecify;

  exports dev.paycode.persistence;
}
