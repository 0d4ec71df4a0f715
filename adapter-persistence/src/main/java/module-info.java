/**
 * Stores of schedules and refill leases.
 *
 * <p>Open {@link dev.paycode.persistence.MemoryStore} for a single server.
 */
@SuppressWarnings("requires-automatic") // Lettuce and Tink name theirs in the manifest only
module dev.paycode.persistence {
  requires transitive dev.paycode;
  requires com.github.benmanes.caffeine;
  requires com.google.crypto.tink;
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires lettuce.core;
  requires static org.jspecify;

  exports dev.paycode.persistence;
}
