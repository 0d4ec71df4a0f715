package dev.paycode.signing;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageSigner;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Signs with the wallet's private key, SHA-256 with RSA (protocol.md §2).
 *
 * <p>Immutable and safe for use by many threads, without locks of its own. How many messages a
 * second it signs depends on the provider: docs/performance.md compares them.
 */
public final class RsaSigner implements MessageSigner {

  private final List<Turn> latestFirst;
  private final InstantSource clock;

  private RsaSigner(List<Turn> latestFirst, InstantSource clock) {
    this.latestFirst = latestFirst;
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * A signer with this key, which is tried once: in the fastest provider, or in whichever
   * registered provider holds it, as an HSM does.
   *
   * @param version the key's version, as the developer console shows it
   * @throws UnusableKeyException if the key is not RSA of 2048 to 8192 bits with an odd public
   *     exponent greater than 65536, as far as it reveals that, or cannot sign
   */
  public static RsaSigner of(PrivateKey key, KeyVersion version) {
    return of(SigningKeySchedule.of(key, version), InstantSource.system());
  }

  /**
   * A signer with this key in this provider.
   *
   * @param version the key's version, as the developer console shows it
   * @throws UnusableKeyException as {@link #of(PrivateKey, KeyVersion)}, and if the provider does
   *     not take the key
   */
  public static RsaSigner of(PrivateKey key, KeyVersion version, RsaProvider provider) {
    return of(SigningKeySchedule.of(key, version), InstantSource.system(), provider);
  }

  /**
   * A signer with the key whose turn it is. All of them are tried at once, so that one that cannot
   * sign is found now and not when its turn comes.
   *
   * @param clock tells whose turn it is
   * @throws UnusableKeyException as {@link #of(PrivateKey, KeyVersion)}
   */
  public static RsaSigner of(SigningKeySchedule keys, InstantSource clock) {
    return of(
        keys,
        clock,
        key -> SigningKey.in(RsaProvider.fastest(), key).or(() -> SigningKey.inAnyProvider(key)));
  }

  /**
   * A signer with the key whose turn it is, in this provider.
   *
   * @param clock tells whose turn it is
   * @throws UnusableKeyException as {@link #of(PrivateKey, KeyVersion, RsaProvider)}
   */
  public static RsaSigner of(SigningKeySchedule keys, InstantSource clock, RsaProvider provider) {
    return of(keys, clock, key -> SigningKey.in(provider, key));
  }

  private static RsaSigner of(
      SigningKeySchedule keys,
      InstantSource clock,
      Function<PrivateKey, Optional<SigningKey>> taking) {
    return new RsaSigner(
        keys.keys().entrySet().stream()
            .map(entry -> Turn.of(entry.getKey(), entry.getValue(), taking))
            .sorted(Comparator.comparing(Turn::start).reversed())
            .toList(),
        clock);
  }

  /**
   * @throws IllegalStateException if the key has stopped working, as one in an HSM may
   */
  @Override
  public SignatureHeader sign(SignedContent content) {
    Turn turn = turn();
    try {
      return SignatureHeader.of(turn.version(), turn.key().sign(content.bytes()));
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new IllegalStateException(
          "the private key of version "
              + turn.version()
              + " has stopped signing; is its provider there?",
          failure);
    }
  }

  private Turn turn() {
    Instant now = clock.instant();
    return latestFirst.stream()
        .filter(turn -> !turn.start().isAfter(now))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Paycode bug: no key signs at " + now));
  }

  /** The name of the provider that signs now, such as {@code AmazonCorrettoCryptoProvider}. */
  public String provider() {
    return turn().key().provider();
  }

  @Override
  public String toString() {
    return latestFirst.stream()
        .map(turn -> turn.version().toString())
        .collect(Collectors.joining(" after ", "RsaSigner[keyVersion=", "]"));
  }

  /**
   * The time of one key.
   *
   * @param start its first instant
   */
  private record Turn(Instant start, KeyVersion version, SigningKey key) {

    static Turn of(
        Instant start,
        SigningKeySchedule.VersionedKey versioned,
        Function<PrivateKey, Optional<SigningKey>> taking) {
      RsaRules.require("private key", versioned.key());
      SigningKey key =
          taking
              .apply(versioned.key())
              .orElseThrow(
                  () ->
                      new UnusableKeyException(
                          "private key cannot sign: it is damaged, or the provider that holds it is"
                              + " not at hand; read the key again or set up its provider first"));
      return new Turn(start, versioned.version(), key);
    }
  }
}
