package dev.paycode.port.in;

import dev.paycode.code.PaymentCode;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;

/** Use case: codes that must never be presented again, on any server. */
public interface RetirePaymentCodes {

  /**
   * Retires one code, because it was used. Does nothing if the holder has no such code.
   *
   * @throws StoreUnavailableException if the store does not answer; the code may then be shown
   *     again
   */
  void retire(CodeHolder holder, PaymentCode code);

  /**
   * Retires all codes of a holder, because the user logged out or left the region or device; a
   * refill in flight comes to nothing.
   *
   * @throws StoreUnavailableException if the store does not answer; codes may then be shown again
   */
  void retireAll(CodeHolder holder);
}
