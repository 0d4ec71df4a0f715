package dev.paycode.port.in;

import dev.paycode.handling.Outcome;
import dev.paycode.request.CodeRequest;

/** Use case: obtaining payment codes from Alipay+, whatever it takes within the policy. */
@FunctionalInterface
public interface ObtainPaymentCodes {

  /**
   * Sends the request as often as result handling says and waits for the outcome, no longer than
   * the policy's deadline.
   *
   * <p>If the thread is interrupted the outcome is {@link Outcome.Cancelled}, no further attempt is
   * made, and the thread's interrupt flag stays set.
   */
  Outcome obtain(CodeRequest request);
}
