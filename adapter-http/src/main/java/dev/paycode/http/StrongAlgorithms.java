package dev.paycode.http;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.security.interfaces.RSAKey;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway's certificate must at least be made of, beyond what the platform asks: no
 * signature over MD5 or SHA-1, and no RSA key under 2048 bits. The platform lets both pass from an
 * issuer that is not one of its own.
 */
final class StrongAlgorithms implements AlgorithmConstraints {

  private static final int SHORTEST_RSA = 2048;

  /** Names of signatures, such as SHA1withRSA; a cipher suite may end in _SHA, which is no harm. */
  private static final Pattern WEAK = Pattern.compile("(MD5|SHA-?1)(WITH.*)?");

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives, String algorithm, @Nullable AlgorithmParameters parameters) {
    return !WEAK.matcher(algorithm.toUpperCase(Locale.ROOT)).matches();
  }

  @Override
  public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
    return !(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() >= SHORTEST_RSA;
  }

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives,
      String algorithm,
      Key key,
      @Nullable AlgorithmParameters parameters) {
    return permits(primitives, algorithm, parameters) && permits(primitives, key);
  }
}
