package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The headers of a signed request.
 *
 * @param shown the signed text as people see it
 * @param sha256 the hash of the signed text, in hexadecimal
 * @param clientId the header Client-Id
 * @param requestTime the header Request-Time
 * @param signature the header Signature
 * @param provider the name of the provider that signed
 */
@JsonPropertyOrder({"sha256", "clientId", "requestTime", "signature", "provider"})
record SignatureReport(
    @JsonIgnore String shown,
    String sha256,
    String clientId,
    String requestTime,
    String signature,
    String provider)
    implements Report {

  @Override
  public String text() {
    return shown
        + Lines.of(
            "Client-Id: " + clientId, "Request-Time: " + requestTime, "Signature: " + signature);
  }

  /** The hash only: the rest may be all it takes to call. */
  @Override
  public String toString() {
    return "SignatureReport[" + sha256 + "]";
  }
}
