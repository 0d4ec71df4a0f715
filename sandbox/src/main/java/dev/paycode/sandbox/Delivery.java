package dev.paycode.sandbox;

import java.io.IOException;

/** What the sandbox does with a connection after a request: answers over it, or worse. */
interface Delivery {

  /**
   * Does it.
   *
   * @throws IOException if the connection ends meanwhile
   */
  void over(Connection connection) throws IOException;
}
