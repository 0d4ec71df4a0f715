package dev.paycode.http;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * What a failure of the HTTP client means. Its type decides, and no text of it is passed on: it may
 * quote what the other side sent.
 */
final class TransportFailure {

  private static final int DEEPEST = 16;

  /** The HTTP client has no type for this; the words are the JDK's own, not the other side's. */
  private static final Set<String> HANDSHAKE_CUT =
      Set.of(
          "Remote host terminated the handshake",
          "Remote host closed the channel",
          "Connection closed before successful ALPN negotiation");

  private final List<Throwable> causes;

  private TransportFailure(List<Throwable> causes) {
    this.causes = causes;
  }

  static TransportFailure of(Throwable failure) {
    return new TransportFailure(
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList());
  }

  /** Whether one of the causes is of that type. */
  boolean isA(Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  /** Whether a certificate was refused for what it is made of. */
  boolean isWeakAlgorithm() {
    return causes.stream()
        .anyMatch(
            cause ->
                cause instanceof CertPathValidatorException invalid
                    && invalid.getReason() == BasicReason.ALGORITHM_CONSTRAINED);
  }

  /**
   * What became of the request.
   *
   * @param departed whether the HTTP client had asked for the body; it sometimes does so, without
   *     sending it, although the TLS handshake fails
   */
  Reply reply(boolean departed, GatewayAddress address) {
    if (isA(SSLHandshakeException.class) && !isHangUp()) {
      return TlsProblem.of(this, address);
    }
    return departed
        ? new Reply.NoResult(isOfConnection() ? Cause.CONNECTION_LOST : Cause.NOT_HTTP)
        : messages()
            .flatMap(message -> TunnelProblem.of(message, address).stream())
            .findFirst()
            .orElseGet(() -> unsent(address));
  }

  private Stream<String> messages() {
    return causes.stream().flatMap(cause -> Stream.ofNullable(cause.getMessage()));
  }

  private boolean isHangUp() {
    return isA(EOFException.class)
        || isA(SocketException.class)
        || messages().anyMatch(HANDSHAKE_CUT::contains);
  }

  /**
   * Whether a connection failed rather than what came over it. The HTTP client closes the one, and
   * may leave open the other.
   */
  boolean isOfConnection() {
    return isA(IOException.class) && !isA(ProtocolException.class);
  }

  private Reply unsent(GatewayAddress address) {
    if (isA(UnresolvedAddressException.class) || isA(UnknownHostException.class)) {
      return new Reply.NoResult(Cause.NAME_NOT_RESOLVED);
    }
    if (isA(HttpTimeoutException.class)) {
      return new Reply.NoResult(Cause.CONNECT_TIMED_OUT);
    }
    return isA(SSLException.class) && !isHangUp()
        ? TlsProblem.of(this, address)
        : new Reply.NoResult(Cause.CONNECTION_REFUSED);
  }
}
