/**
 * A stand-in for Alipay+ over HTTP, for development and tests: its codes pay for nothing.
 *
 * <p>Open {@link dev.paycode.sandbox.Sandbox} first.
 */
module dev.paycode.sandbox {
  requires transitive dev.paycode;
  requires static transitive org.jspecify;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires tools.jackson.databind;

  exports dev.paycode.sandbox;
}
