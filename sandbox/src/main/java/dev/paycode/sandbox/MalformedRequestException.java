package dev.paycode.sandbox;

import java.io.IOException;

/** What came is no request of HTTP/1.1. */
final class MalformedRequestException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what came instead, in our words: the text tells nothing of what was sent
   */
  MalformedRequestException(String what) {
    super(what);
  }
}
