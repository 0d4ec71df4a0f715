package dev.paycode.http;

import dev.paycode.handling.Reply;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

/** Why no TLS session came about, and what to do: never to trust less. */
final class TlsProblem {

  private TlsProblem() {}

  static Reply of(TransportFailure failure, GatewayAddress address) {
    if (failure.isA(CertificateExpiredException.class)
        || failure.isA(CertificateNotYetValidException.class)) {
      return new Reply.Misconfigured(
          "The TLS certificate of " + address + " has expired or is not valid yet.",
          "Check this machine's clock; if it is right, check that no proxy stands in for the"
              + " gateway, and tell Alipay+ technical support.");
    }
    if (failure.isWeakAlgorithm()) {
      return new Reply.Misconfigured(
          "The TLS certificate of "
              + address
              + " is made with keys or signatures that are too weak.",
          "Have it replaced by one with a key of RSA of 2048 bits or more, or of an elliptic curve,"
              + " and signatures over SHA-256 or better.");
    }
    if (failure.isA(CertPathBuilderException.class)
        || failure.isA(CertPathValidatorException.class)) {
      return new Reply.Misconfigured(
          "The TLS certificate of " + address + " comes from an issuer that is not trusted.",
          "Check that the address is right and no proxy stands in for the gateway; trust a private"
              + " issuer only by a trust store of your own.");
    }
    if (failure.isA(CertificateException.class)) {
      return new Reply.Misconfigured(
          "The TLS certificate of " + address + " is not one for this host.",
          "Check that the host name in the address is the one that Alipay+ states.");
    }
    return new Reply.Misconfigured(
        "No TLS session with " + address + " could be agreed upon.",
        "Check that the address and port are right and speak TLS 1.2 or 1.3.");
  }
}
