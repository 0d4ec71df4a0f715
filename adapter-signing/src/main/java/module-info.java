/**
 * Signs requests and verifies responses with RSA and SHA-256; reads the keys for it from files.
 *
 * <p>Open {@link dev.paycode.signing.RsaKeys} first.
 */
module dev.paycode.signing {
  requires transitive dev.paycode;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;

  exports dev.paycode.signing;
}
