package dev.paycode.port.out;

/**
 * The store of schedules or leases does not answer, or not in time. Holds no content of the store.
 */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * The store failed.
   *
   * @param message what was tried, on which store, without secrets
   * @param cause the store's own failure
   */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
