package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Where a new pair of keys is.
 *
 * @param privateKeyFile the path of the private half
 * @param publicKeyFile the path of the public half
 * @param publicKey the public half as the developer console takes it, in Base64
 */
@JsonPropertyOrder({"privateKeyFile", "publicKeyFile", "publicKey"})
record KeyPairReport(String privateKeyFile, String publicKeyFile, String publicKey)
    implements Report {

  @Override
  public String text() {
    return Lines.of(
        "Private key, for nobody but the wallet: " + privateKeyFile,
        "Public key: " + publicKeyFile,
        "Paste this line into the developer console:",
        publicKey);
  }
}
