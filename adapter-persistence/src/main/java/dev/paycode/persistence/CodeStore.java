package dev.paycode.persistence;

import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.port.out.StoreUnavailableException;

/**
 * A store of schedules and leases, together with what its operator may ask of it. Safe for use by
 * many threads.
 */
public interface CodeStore extends CodeSchedules, RefillLeases {

  /**
   * How much the store holds, in all scopes; reads every schedule.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  StoreStatus status();

  /**
   * Removes the schedules and leases whose time is over. Stores do so by themselves as they are
   * used; nothing that still counts is ever removed.
   *
   * @return how many holders were forgotten
   * @throws StoreUnavailableException if the store does not answer
   */
  long purge();
}
