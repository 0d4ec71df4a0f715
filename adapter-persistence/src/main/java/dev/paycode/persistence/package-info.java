/**
 * Persistence adapter: keeps code schedules and refill leases. Open {@link
 * dev.paycode.persistence.MemoryStore} first for a single server, {@link
 * dev.paycode.persistence.JdbcStore} or {@link dev.paycode.persistence.RedisStore} for many.
 */
@NullMarked
package dev.paycode.persistence;

import org.jspecify.annotations.NullMarked;
