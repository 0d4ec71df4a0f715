/**
 * Stores of schedules and refill leases.
 *
 * <p>Open {@link dev.paycode.persistence.MemoryStore} for a single server, {@link
 * dev.paycode.persistence.JdbcStore} or {@link dev.paycode.persistence.RedisStore} for many.
 */
@SuppressWarnings("requires-automatic") // H2, Lettuce and Tink name theirs in the manifest only
module dev.paycode.persistence {
  requires com.github.benmanes.caffeine;
  requires com.google.crypto.tink;
  requires static com.h2database;
  requires static com.zaxxer.hikari;
  requires transitive dev.paycode;
  requires static io.netty.buffer;
  requires static io.netty.common;
  requires static io.netty.handler;
  requires static io.netty.transport;
  requires transitive java.sql;
  requires static lettuce.core;
  requires static org.jspecify;

  exports dev.paycode.persistence;
}
