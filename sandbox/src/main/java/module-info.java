/**
 * A stand-in for Alipay+ over HTTP, for development and tests: its codes pay for nothing.
 *
 * <p>Open {@link dev.paycode.sandbox.Sandbox} first.
 */
module dev.paycode.sandbox {
  requires transitive dev.paycode;
  requires static transitive org.jspecify;
  requires jdk.httpserver;
  requires tools.jackson.databind;

  exports dev.paycode.sandbox;
}
