package dev.paycode.signing;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageSigner;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;

/**
 * Signs with the wallet's private key, SHA-256 with RSA (protocol.md §2).
 *
 * <p>Immutable and safe for use by many threads. A key from {@link RsaKeys} signs about a thousand
 * messages a second and core; one in an HSM as many as the HSM does.
 */
public final class RsaSigner implements MessageSigner {

  private final PrivateKey key;
  private final KeyVersion version;

  private RsaSigner(PrivateKey key, KeyVersion version) {
    this.key = key;
    this.version = requireNonNull(version, "version");
  }

  /**
   * A signer with this key, which any provider may hold; it is tried once.
   *
   * @param version the key's version, as the developer console shows it
   * @throws UnusableKeyException if the key is not RSA of 2048 to 8192 bits with an odd public
   *     exponent greater than 65536, as far as it reveals that, or cannot sign
   */
  public static RsaSigner of(PrivateKey key, KeyVersion version) {
    RsaRules.require("private key", key);
    if (!Sha256WithRsa.isSound(key)) {
      throw new UnusableKeyException(
          "private key cannot sign: it is damaged, or the provider that holds it is not at hand;"
              + " read the key again or set up its provider first");
    }
    return new RsaSigner(key, version);
  }

  /**
   * @throws IllegalStateException if the key has stopped working, as one in an HSM may
   */
  @Override
  public SignatureHeader sign(SignedContent content) {
    try {
      return SignatureHeader.of(version, Sha256WithRsa.sign(key, content.bytes()));
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new IllegalStateException(
          "the private key of version " + version + " has stopped signing; is its provider there?",
          failure);
    }
  }

  @Override
  public String toString() {
    return "RsaSigner[keyVersion=" + version + "]";
  }
}
