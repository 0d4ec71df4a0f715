package dev.paycode.sandbox;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * Two RSA key pairs of 2048 bits: the wallet's ("mpp") and the one with which the sandbox signs in
 * Alipay+'s place ("alipay").
 *
 * <p>The private key of the alipay side cannot be had: it never leaves the sandbox. Immutable;
 * {@link #toString()} tells nothing of them.
 */
public final class SandboxKeys {

  private final KeyPair mpp;
  private final KeyPair alipay;

  private SandboxKeys(KeyPair mpp, KeyPair alipay) {
    this.mpp = mpp;
    this.alipay = alipay;
  }

  /** Two fresh key pairs; takes some tenths of a second. */
  public static SandboxKeys generate() {
    return new SandboxKeys(Rsa.newKeyPair(), Rsa.newKeyPair());
  }

  /** The key with which the wallet signs requests. */
  public PrivateKey mppPrivateKey() {
    return mpp.getPrivate();
  }

  /** The key with which the sandbox verifies requests. */
  public PublicKey mppPublicKey() {
    return mpp.getPublic();
  }

  /** The key with which the wallet verifies answers. */
  public PublicKey alipayPublicKey() {
    return alipay.getPublic();
  }

  PrivateKey alipayPrivateKey() {
    return alipay.getPrivate();
  }

  @Override
  public String toString() {
    return "SandboxKeys";
  }
}
