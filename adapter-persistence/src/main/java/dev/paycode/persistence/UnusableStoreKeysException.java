package dev.paycode.persistence;

/** A store's keys cannot be read, written or used. The message holds no part of a key. */
public final class UnusableStoreKeysException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableStoreKeysException(String message) {
    super(message);
  }
}
