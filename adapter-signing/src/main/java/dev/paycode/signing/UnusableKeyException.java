package dev.paycode.signing;

/**
 * A key that cannot be used: an error of set-up, not of a message. The message names the file, what
 * is wrong with it and what to do; it never holds any of the file's content, and there is no cause
 * that could.
 */
public final class UnusableKeyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnusableKeyException(String message) {
    super(message);
  }
}
