/**
 * Persistence adapter: keeps code schedules and refill leases. Open {@link
 * dev.paycode.persistence.MemoryStore} first.
 */
@NullMarked
package dev.paycode.persistence;

import org.jspecify.annotations.NullMarked;
