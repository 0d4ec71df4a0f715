package dev.paycode.signing;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;

/**
 * Whether the numbers of a private key belong together (RFC 8017 §3.2).
 *
 * <p>To be asked before the key is tried: the JDK remembers for each modulus what it blinds with,
 * and one try with a wrong exponent spoils every later signature with the right key.
 */
final class CrtNumbers {

  private CrtNumbers() {}

  /** Whether they do, as far as the key reveals them. */
  static boolean belongTogether(PrivateKey key) {
    return !(key instanceof RSAPrivateCrtKey crt)
        || (crt.getModulus().equals(crt.getPrimeP().multiply(crt.getPrimeQ()))
            && areInverse(crt.getPublicExponent(), crt.getPrimeExponentP(), before(crt.getPrimeP()))
            && areInverse(crt.getPublicExponent(), crt.getPrimeExponentQ(), before(crt.getPrimeQ()))
            && areInverse(crt.getPrimeQ(), crt.getCrtCoefficient(), crt.getPrimeP()));
  }

  private static BigInteger before(BigInteger prime) {
    return prime.subtract(BigInteger.ONE);
  }

  private static boolean areInverse(BigInteger one, BigInteger other, BigInteger modulus) {
    return modulus.signum() > 0 && one.multiply(other).mod(modulus).equals(BigInteger.ONE);
  }
}
