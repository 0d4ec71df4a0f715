package dev.paycode.result;

import static dev.paycode.result.Remedy.CALL_AGAIN;
import static dev.paycode.result.Remedy.CHECK_THE_SIGNATURE;
import static dev.paycode.result.Remedy.CONTACT_SUPPORT;
import static dev.paycode.result.Remedy.DISPLAY_THE_CODE;
import static dev.paycode.result.Remedy.FIX_THE_MEDIA_TYPE;
import static dev.paycode.result.Remedy.FIX_THE_PARAMETERS;
import static dev.paycode.result.Remedy.FIX_THE_URL;
import static dev.paycode.result.Remedy.REDUCE_THE_RATE;
import static dev.paycode.result.Remedy.USE_POST;
import static dev.paycode.result.ResultStatus.F;
import static dev.paycode.result.ResultStatus.S;
import static dev.paycode.result.ResultStatus.U;

/** The twelve result codes that the specification of getPaymentCode lists (protocol.md §6). */
public enum SpecifiedCode {
  /** The codes are there. */
  SUCCESS(S, "Success", DISPLAY_THE_CODE),
  /** The client may not call this API. */
  ACCESS_DENIED(F, "Access is denied.", CONTACT_SUPPORT),
  /** The client id is not known. */
  INVALID_CLIENT(F, "The client is invalid.", CONTACT_SUPPORT),
  /** The request's signature does not verify. */
  INVALID_SIGNATURE(F, "The signature is invalid.", CHECK_THE_SIGNATURE),
  /** There is no key of this version. */
  KEY_NOT_FOUND(F, "The key is not found.", CONTACT_SUPPORT),
  /** The content type is not taken. */
  MEDIA_TYPE_NOT_ACCEPTABLE(
      F,
      "The server does not implement the media type that is acceptable to the client.",
      FIX_THE_MEDIA_TYPE),
  /** The HTTP method is not taken. */
  METHOD_NOT_SUPPORTED(F, "The server does not implement the requested HTTP method.", USE_POST),
  /** The path is not known. */
  NO_INTERFACE_DEF(F, "API is not defined.", FIX_THE_URL),
  /** A parameter is missing or wrong. */
  PARAM_ILLEGAL(
      F,
      "Illegal parameters, for example non-numeric input or an invalid date.",
      FIX_THE_PARAMETERS),
  /** The business failed. */
  PROCESS_FAIL(F, "A general business failure occurred. Do not retry.", CONTACT_SUPPORT),
  /** Too many calls. */
  REQUEST_TRAFFIC_EXCEED_LIMIT(U, "The request traffic exceeds the limit.", REDUCE_THE_RATE),
  /** Nobody knows. */
  UNKNOWN_EXCEPTION(U, "An API call failed for unknown reasons.", CALL_AGAIN);

  private final ResultStatus status;
  private final String meaning;
  private final Remedy remedy;

  SpecifiedCode(ResultStatus status, String meaning, Remedy remedy) {
    this.status = status;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The status that the specification gives this code. */
  public ResultStatus status() {
    return status;
  }

  /** What the code means, in the specification's words. */
  public String meaning() {
    return meaning;
  }

  /** What the specification says to do. */
  public Remedy remedy() {
    return remedy;
  }

  /** The code as a result carries it. */
  public ResultCode code() {
    return new ResultCode(name());
  }
}
