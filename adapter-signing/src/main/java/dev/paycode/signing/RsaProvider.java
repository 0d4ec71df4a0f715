package dev.paycode.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JCA provider that does the arithmetic of signatures, SHA-256 with RSA.
 *
 * <p>{@link #fastest()} takes the first of these that is on the class path and passes a self-test:
 * the Amazon Corretto Crypto Provider, Conscrypt, and the one that this JVM itself prefers, such as
 * {@code SunRsaSign}. None of them is registered for the rest of the process. To fix the choice:
 *
 * <pre>{@code
 * RsaProvider bouncyCastle = RsaProvider.of(new BouncyCastleProvider());
 * RsaVerifier verifier = RsaVerifier.of(alipayPlus, bouncyCastle);
 * }</pre>
 *
 * <p>They agree on every signature that is made as PKCS#1 says. Where a signature leaves out the
 * NULL parameters of its hash, which nobody should write and RFC 8017 lets verifiers accept, the
 * two native providers refuse it, and the JDK's and Bouncy Castle accept it.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class RsaProvider {

  static final String ALGORITHM = "SHA256withRSA";

  /** Fastest first. Found by name, because neither needs to be there. */
  private static final List<String> NATIVE =
      List.of(
          "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider",
          "org.conscrypt.OpenSSLProvider");

  private final Provider provider;

  private RsaProvider(Provider provider) {
    this.provider = provider;
  }

  /** The fastest provider that is present and passes the self-test: found once in a process. */
  public static RsaProvider fastest() {
    return Fastest.FOUND;
  }

  /** All that {@link #fastest()} would take if those before were missing, fastest first. */
  public static List<RsaProvider> usable() {
    return candidates().toList();
  }

  /**
   * This provider, which need not be registered.
   *
   * @throws IllegalArgumentException if it fails the self-test: it must accept one known signature
   *     and refuse another
   */
  public static RsaProvider of(Provider provider) {
    RsaProvider given = new RsaProvider(provider);
    if (!SelfTest.passes(given)) {
      throw new IllegalArgumentException(
          "the provider "
              + given
              + " does not verify a known "
              + ALGORITHM
              + " signature as it must; use RsaProvider.fastest(), or another provider");
    }
    return given;
  }

  private static Stream<RsaProvider> candidates() {
    return Stream.concat(NATIVE.stream().flatMap(name -> loaded(name).stream()), preferred())
        .map(RsaProvider::new)
        .filter(SelfTest::passes);
  }

  private static Optional<Provider> loaded(String className) {
    try {
      return Trial.of(
          () ->
              Class.forName(className)
                  .asSubclass(Provider.class)
                  .getDeclaredConstructor()
                  .newInstance());
    } catch (LinkageError notForThisMachine) {
      return Optional.empty();
    }
  }

  private static Stream<Provider> preferred() {
    return Trial.of(() -> Signature.getInstance(ALGORITHM).getProvider()).stream();
  }

  /** The name of the provider, such as {@code SunRsaSign}. */
  public String name() {
    return provider.getName();
  }

  /** Name and version, such as {@code SunRsaSign 17}. */
  @Override
  public String toString() {
    return provider.getName() + " " + provider.getVersionStr();
  }

  Signature signature() throws GeneralSecurityException {
    return Signature.getInstance(ALGORITHM, provider);
  }

  /**
   * The key as the provider's own object, since converting it for each signature takes longer than
   * the signature; the key itself where it keeps its numbers to itself, as one in an HSM does.
   */
  PrivateKey imported(PrivateKey key) {
    return "PKCS#8".equals(key.getFormat())
        ? Trial.of(() -> keys().generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())))
            .orElse(key)
        : key;
  }

  /** The key as the provider's own object, if it takes the key. */
  Optional<PublicKey> imported(RSAPublicKey key) {
    return Trial.of(() -> keys().generatePublic(new X509EncodedKeySpec(key.getEncoded())));
  }

  private KeyFactory keys() throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA", provider);
  }

  /** Made when it is first asked for: loading a native library takes some 100 ms. */
  private static final class Fastest {

    static final RsaProvider FOUND =
        candidates()
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no provider of this JVM verifies "
                            + ALGORITHM
                            + " as it must; use a JDK with its provider SunRsaSign"));
  }

  /** A known signature, and a known signature of something else by the same key. */
  private static final class SelfTest {

    private static final byte[] CONTENT = "paycode".getBytes(StandardCharsets.US_ASCII);
    private static final String KEY =
        """
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzy9dPuOwP2rO7IxJzdonVKnVq2GsowXhcKE+
        suN2rfB6VupzoERmVktFewHypg2dEDuMzW10TpIHMa6u+T+jwWasWci/lozic8CM89aXOV9mAehbwsgJ
        Fpxrddxp9EPOPaeN146eSjNR5Ryvu78zuUz7FjWuDfIbsAMmsMaKcrsGtiZxqxC0JsMbHZdLxR425rIJ
        UWnzai+jcvOEQerfu+a29f23YmSLTozvW+c/EfOslTpKzhekwI6HhlfHFn8hfA5tJiPa19iqw+pnbk+u
        TAYq3pVignDF6ikWj0BzvcA7j21l1QuKuyLb2LC0rZLiHIsm0FvFcOmGDtZnSUWLYwIDAQAB
        """;
    private static final String RIGHT =
        """
        RYPOpGTgqM6cSxhNHRH4NIzTI0HYIR+ddKpBnPsGTnCCgiCVBIcaLXphk2zRBZO3x5nHjMQnWsWeCUu5
        aFCMNgM/C/fujlyq8INvb9kHmWownlAC4DpNfBEA2z9YGnRPAfOUJ42qlW9VSjzFuzU5HNFfBDbdiC8u
        /PDyFFSOzyJ7iDqLKLyPpBZS1lKwclEPeBYDjvrhakmME7oH9ZpclLmwAMtaRqTJFKkCx1Yb67gLPndX
        d3d2ZYMbrD6McA6Ru5uqrB346wJz8rzSrSmvrWdKEpFeUDAfJzHknpxHLhYyXbSVo/S0RPba+yShbFUK
        g5Khmq1nYQRg3JXw0j4xaw==
        """;
    private static final String WRONG =
        """
        beeUhBxkSaA28YYMgRRPsX0rXFxgTvzqC5wwOWipjpzKGKO3AriALK+VZemrXhUHWM2Ih4+I0Ea0d9Fj
        l/9bLe72cW5L+ggYGZMLHVQBjbjiHsQyKClGawlrfc3gDDOWrd9gXN3ibVeLuvRW98ZERv4zxw/nF5+b
        zUUuE/s5PkLVETsdwL2EyOu2HFdvB8YeAmiXJsILcBMqr1WsfZBt6DkveYyqlziFppQErZeDVaM8bS/j
        9DbmdqhMwiyeclT8HvDujTJGhHe8PuHpuDGuTf2bdOSAqQuyseSYBux012LKLd1nQkjpBxMWr42WZWhv
        DxkVTvilzgDoyKF58pP6Kg==
        """;

    /** Whether the provider accepts the one and refuses the other, twice, as in service. */
    static boolean passes(RsaProvider provider) {
      try {
        return VerifyingKey.in(provider, (RSAPublicKey) RsaKeys.parsePublic(KEY))
            .filter(SelfTest::tellsApart)
            .filter(SelfTest::tellsApart)
            .isPresent();
      } catch (LinkageError broken) {
        return false;
      }
    }

    private static boolean tellsApart(VerifyingKey key) {
      return key.verifies(CONTENT, bytes(RIGHT)) && !key.verifies(CONTENT, bytes(WRONG));
    }

    private static byte[] bytes(String lines) {
      return Base64.getMimeDecoder().decode(lines);
    }
  }
}
