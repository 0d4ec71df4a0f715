package dev.paycode.http;

import javax.net.ssl.SSLParameters;

/**
 * The rules of the TLS that is spoken with a gateway: the one place that has them, for the gateway
 * itself and for whoever looks at a way to it without calling.
 *
 * <p>TLS 1.3 or 1.2, a certificate for the host that is called, and neither in it nor in its
 * issuers a signature over MD5 or SHA-1 or an RSA key under 2048 bits.
 */
public final class GatewayTls {

  private GatewayTls() {}

  /** Fresh parameters with all of these rules. */
  public static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setAlgorithmConstraints(new StrongAlgorithms());
    return parameters;
  }
}
