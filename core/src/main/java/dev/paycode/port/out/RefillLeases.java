package dev.paycode.port.out;

import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.util.Optional;

/**
 * Outgoing port to the leases that let one server at a time refill a holder's schedule.
 * Implementations are safe for use by many threads and, where the store is shared, by many servers.
 *
 * <p>The fencing tokens of one holder only grow, for as long as anybody could still use a smaller
 * one.
 */
public interface RefillLeases {

  /**
   * A lease with a token greater than all before, unless somebody else's is still running.
   *
   * @param length how long the lease runs unless released, positive
   * @throws StoreUnavailableException if the store does not answer
   */
  Optional<RefillLease> acquire(CodeHolder holder, Duration length);

  /**
   * Ends the lease if it is still this one; a lease that has passed to somebody else stays theirs.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  void release(RefillLease lease);

  /**
   * Ends whatever lease is running, so that the refill under it can no longer write.
   *
   * @return a token greater than all before
   * @throws StoreUnavailableException if the store does not answer
   */
  long supersede(CodeHolder holder);
}
