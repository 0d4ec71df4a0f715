package dev.paycode.signing;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;

/**
 * Verifies with Alipay+'s public keys, SHA-256 with RSA (protocol.md §2).
 *
 * <p>A signature of another length than the key's modulus, of another message, or that is no
 * signature at all is {@link Cause#SIGNATURE_WRONG}; a version without a key is {@link
 * Cause#KEY_VERSION_UNKNOWN}. To rotate, configure the new key beside the old one before Alipay+
 * signs with it.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class RsaVerifier implements MessageVerifier {

  private final KeyRing keys;

  private RsaVerifier(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * A verifier with one key for every version: the verdict repeats the version that the header
   * names, or says {@link KeyVersion#FIRST} where it names none.
   *
   * @throws UnusableKeyException if the key is not RSA of 2048 to 8192 bits with an odd public
   *     exponent greater than 65536
   */
  public static RsaVerifier of(PublicKey key) {
    return new RsaVerifier(KeyRing.anyVersion(checked("Alipay+'s public key", key)));
  }

  /**
   * A verifier with a key for each version. Where a header names no version, the latest is tried
   * first, then the others; the verdict says which one it was.
   *
   * @throws UnusableKeyException if there is no key, or one that is not RSA of 2048 to 8192 bits
   *     with an odd public exponent greater than 65536
   */
  public static RsaVerifier of(Map<KeyVersion, PublicKey> keys) {
    if (keys.isEmpty()) {
      throw new UnusableKeyException(
          "no public key of Alipay+ is configured; download one from the developer console");
    }
    Map<KeyVersion, RSAPublicKey> checked = new HashMap<>();
    keys.forEach(
        (version, key) ->
            checked.put(version, checked("Alipay+'s public key of version " + version, key)));
    return new RsaVerifier(KeyRing.byVersion(Map.copyOf(checked)));
  }

  private static RSAPublicKey checked(String name, PublicKey key) {
    RsaRules.require(name, key);
    if (key instanceof RSAPublicKey readable) {
      return readable;
    }
    throw new UnusableKeyException(name + " does not reveal its modulus; read it from a file");
  }

  @Override
  public Verdict verify(SignedContent content, SignatureHeader header) {
    return verify(content.bytes(), header);
  }

  Verdict verify(byte[] content, SignatureHeader header) {
    Map<KeyVersion, RSAPublicKey> candidates =
        header.keyVersion().map(keys::named).orElseGet(keys::unnamed);
    if (candidates.isEmpty()) {
      return new Verdict.Distrusted(Cause.KEY_VERSION_UNKNOWN);
    }
    byte[] signature = header.signature();
    return candidates.entrySet().stream()
        .filter(candidate -> Sha256WithRsa.verifies(candidate.getValue(), content, signature))
        .findFirst()
        .<Verdict>map(candidate -> new Verdict.Verified(candidate.getKey()))
        .orElseGet(() -> new Verdict.Distrusted(Cause.SIGNATURE_WRONG));
  }
}
