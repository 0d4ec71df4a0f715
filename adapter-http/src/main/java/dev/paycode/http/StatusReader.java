package dev.paycode.http;

import static dev.paycode.result.Remedy.CHECK_THE_SIGNATURE;
import static dev.paycode.result.Remedy.CONTACT_SUPPORT;
import static dev.paycode.result.Remedy.FIX_THE_MEDIA_TYPE;
import static dev.paycode.result.Remedy.FIX_THE_PARAMETERS;
import static dev.paycode.result.Remedy.FIX_THE_URL;
import static dev.paycode.result.Remedy.USE_POST;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.time.InstantSource;

/** What an HTTP status alone says, where no signed body says more. */
final class StatusReader {

  /** What to do about a proxy that refuses. */
  static final String LET_THROUGH =
      "Let this machine through the proxy, with user and password if it asks for them, or call the"
          + " gateway without it.";

  private final GatewayAddress address;
  private final InstantSource clock;

  StatusReader(GatewayAddress address, InstantSource clock) {
    this.address = address;
    this.clock = clock;
  }

  Reply read(RawReply raw) {
    int status = raw.status();
    return switch (status) {
      case 429 -> new Reply.Throttled(RetryAfter.hint(raw.retryAfter(), clock.instant()));
      case 408 -> serverError(status);
      case 501, 505 -> misconfigured(status);
      default ->
          switch (status / 100) {
            case 3, 4 -> misconfigured(status);
            case 5 -> serverError(status);
            default -> new Reply.NoResult(Cause.UNEXPECTED_STATUS, "HTTP " + status);
          };
    };
  }

  private static Reply serverError(int status) {
    return new Reply.NoResult(Cause.SERVER_ERROR, "HTTP " + status);
  }

  private Reply misconfigured(int status) {
    return new Reply.Misconfigured(
        "The gateway " + address + " answered HTTP " + status + " without a result to believe.",
        remedy(status));
  }

  private static String remedy(int status) {
    return switch (status) {
      case 400, 413, 414, 431 -> FIX_THE_PARAMETERS.advice();
      case 401, 403 -> "Check the client id. " + CHECK_THE_SIGNATURE.advice();
      case 404, 501 -> FIX_THE_URL.advice();
      case 405 -> USE_POST.advice();
      case 406, 415 -> FIX_THE_MEDIA_TYPE.advice();
      case 407 -> LET_THROUGH;
      default ->
          status < 400
              ? "Use the address that Alipay+ states; redirects are never followed, because the"
                  + " request is signed and holds personal data."
              : CONTACT_SUPPORT.advice();
    };
  }
}
