package dev.paycode.port.out;

import dev.paycode.request.CodeRequest;

/** Outgoing port to Alipay+. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface CodeGateway {

  /**
   * A call with the request's body frozen as bytes, to be sent as often as the handling says. Sends
   * nothing yet.
   */
  PreparedCall prepare(CodeRequest request);
}
