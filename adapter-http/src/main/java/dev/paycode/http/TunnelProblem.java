package dev.paycode.http;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a proxy opened no tunnel to the gateway. */
final class TunnelProblem {

  /** The HTTP client has no type for this; the words are the JDK's own, the status the proxy's. */
  private static final Pattern FAILED = Pattern.compile("Tunnel failed, got: ([1-9][0-9]{2})");

  private TunnelProblem() {}

  /** What follows from this message of the HTTP client; empty if it is about something else. */
  static Optional<Reply> of(String message, GatewayAddress address) {
    Matcher failed = FAILED.matcher(message);
    return failed.matches() ? Optional.of(told(failed.group(1), address)) : Optional.empty();
  }

  /** A proxy that reaches no gateway now may reach one soon; one that refuses will refuse again. */
  private static Reply told(String status, GatewayAddress address) {
    return status.startsWith("5")
        ? new Reply.NoResult(Cause.CONNECTION_REFUSED, "proxy: HTTP " + status)
        : new Reply.Misconfigured(
            "The proxy answered HTTP " + status + " when asked for a tunnel to " + address + ".",
            StatusReader.LET_THROUGH);
  }
}
