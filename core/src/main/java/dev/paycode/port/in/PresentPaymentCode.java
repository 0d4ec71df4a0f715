package dev.paycode.port.in;

import dev.paycode.request.CodeRequest;

/** Use case: what to show a holder now. */
@FunctionalInterface
public interface PresentPaymentCode {

  /**
   * The code to show the request's holder now, from the store where it has one.
   *
   * <p>Whoever still has a code gets it at once, and a refill begins in the background when the
   * coverage runs low. Whoever has none waits for the refill until the policy's deadline.
   * Interruption ends the wait as {@link ObtainPaymentCodes#obtain} says.
   */
  Showing present(CodeRequest request);
}
