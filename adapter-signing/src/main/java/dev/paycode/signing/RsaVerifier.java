package dev.paycode.signing;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies with Alipay+'s public keys, SHA-256 with RSA (protocol.md §2).
 *
 * <p>A signature of another length than the key's modulus, of another message, or that is no
 * signature at all is {@link Cause#SIGNATURE_WRONG}; a version without a key is {@link
 * Cause#KEY_VERSION_UNKNOWN}. To rotate, configure the new key beside the old one before Alipay+
 * signs with it, or keep it in a file: {@link ReloadingVerifier}.
 *
 * <p>Immutable and safe for use by many threads, without locks of its own.
 */
public final class RsaVerifier implements MessageVerifier {

  private final RsaProvider provider;
  private final KeyRing keys;

  private RsaVerifier(RsaProvider provider, KeyRing keys) {
    this.provider = provider;
    this.keys = keys;
  }

  /**
   * A verifier with one key for every version, in the fastest provider: the verdict repeats the
   * version that the header names, or says {@link KeyVersion#FIRST} where it names none.
   *
   * @throws UnusableKeyException if the key is not RSA of 2048 to 8192 bits with an odd public
   *     exponent greater than 65536
   */
  public static RsaVerifier of(PublicKey key) {
    return of(key, RsaProvider.fastest());
  }

  /**
   * A verifier with one key for every version, in this provider.
   *
   * @throws UnusableKeyException as {@link #of(PublicKey)}, and if the provider does not take the
   *     key
   */
  public static RsaVerifier of(PublicKey key, RsaProvider provider) {
    return new RsaVerifier(
        provider, KeyRing.anyVersion(checked("Alipay+'s public key", key, provider)));
  }

  /**
   * A verifier with a key for each version, in the fastest provider. Where a header names no
   * version, the latest is tried first, then the others; the verdict says which one it was.
   *
   * @throws UnusableKeyException if there is no key, or one that is not RSA of 2048 to 8192 bits
   *     with an odd public exponent greater than 65536
   */
  public static RsaVerifier of(Map<KeyVersion, PublicKey> keys) {
    return of(keys, RsaProvider.fastest());
  }

  /**
   * A verifier with a key for each version, in this provider.
   *
   * @throws UnusableKeyException as {@link #of(Map)}, and if the provider does not take a key
   */
  public static RsaVerifier of(Map<KeyVersion, PublicKey> keys, RsaProvider provider) {
    if (keys.isEmpty()) {
      throw new UnusableKeyException(
          "no public key of Alipay+ is configured; download one from the developer console");
    }
    Map<KeyVersion, VerifyingKey> checked = new HashMap<>();
    keys.forEach(
        (version, key) ->
            checked.put(
                version, checked("Alipay+'s public key of version " + version, key, provider)));
    return new RsaVerifier(provider, KeyRing.byVersion(Map.copyOf(checked)));
  }

  /**
   * A verifier with the keys in a file, in the fastest provider: one key in any form that {@link
   * RsaKeys} reads, for every version; or a line {@code version=Base64} for each version.
   *
   * @throws UnusableKeyException if the file cannot be read, or holds no key or one that breaks the
   *     rules above
   */
  public static RsaVerifier read(Path file) {
    return PublicKeyFile.verifier(
        KeyFile.readPublic(file), RsaProvider.fastest(), new PublicKeyFile.Foreign(List.of()));
  }

  private static VerifyingKey checked(String name, PublicKey key, RsaProvider provider) {
    RsaRules.require(name, key);
    if (key instanceof RSAPublicKey readable) {
      return VerifyingKey.in(provider, readable)
          .orElseThrow(
              () ->
                  new UnusableKeyException(
                      name + " is not taken by the provider " + provider + "; choose another one"));
    }
    throw new UnusableKeyException(name + " does not reveal its modulus; read it from a file");
  }

  @Override
  public Verdict verify(SignedContent content, SignatureHeader header) {
    return verify(content.bytes(), header);
  }

  Verdict verify(byte[] content, SignatureHeader header) {
    Map<KeyVersion, VerifyingKey> candidates =
        header.keyVersion().map(keys::named).orElseGet(keys::unnamed);
    if (candidates.isEmpty()) {
      return new Verdict.Distrusted(Cause.KEY_VERSION_UNKNOWN);
    }
    byte[] signature = header.signature();
    for (Map.Entry<KeyVersion, VerifyingKey> candidate : candidates.entrySet()) {
      if (candidate.getValue().verifies(content, signature)) {
        return new Verdict.Verified(candidate.getKey());
      }
    }
    return new Verdict.Distrusted(Cause.SIGNATURE_WRONG);
  }

  /** The name of the provider that verifies, such as {@code AmazonCorrettoCryptoProvider}. */
  public String provider() {
    return provider.name();
  }
}
