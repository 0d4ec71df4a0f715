package dev.paycode.result;

/** What to do about a result, in the specification's sense (protocol.md §6). */
public enum Remedy {
  /** Nothing is wrong. */
  DISPLAY_THE_CODE("Display the payment code."),
  /** The account or its set-up is at fault. */
  CONTACT_SUPPORT(
      "Do not retry. Contact Alipay+ technical support (connect_support@service.alipay.com) with the"
          + " time of the call and the result code."),
  /** The gateway could not verify the request. */
  CHECK_THE_SIGNATURE(
      "Check that your private key belongs to the public key registered with Alipay+ for this client"
          + " id and key version, and that the bytes signed are the bytes sent."),
  /** The gateway does not take the content type. */
  FIX_THE_MEDIA_TYPE(
      "Send Content-Type: application/json; charset=UTF-8, and check for a proxy that changes it."),
  /** The gateway does not take the method. */
  USE_POST("Use the HTTP method POST, and check for a proxy that changes it."),
  /** The gateway does not know the path. */
  FIX_THE_URL("Check the gateway's address; the path is /aps/api/v1/codes/getPaymentCode."),
  /** A header or body parameter is wrong. */
  FIX_THE_PARAMETERS(
      "Check the request's parameters and headers: customer, region, quantity, device, client id."),
  /** Too many calls. */
  REDUCE_THE_RATE("Reduce the frequency of calls, then try again."),
  /** The gateway does not know what happened. */
  CALL_AGAIN("Send the same request again.");

  private final String advice;

  Remedy(String advice) {
    this.advice = advice;
  }

  /** What to do, as one or two sentences for a person. */
  public String advice() {
    return advice;
  }

  /** What to do about a result of this status whose code says nothing. */
  static Remedy of(ResultStatus status) {
    return switch (status) {
      case S -> DISPLAY_THE_CODE;
      case F -> CONTACT_SUPPORT;
      case U -> CALL_AGAIN;
    };
  }
}
