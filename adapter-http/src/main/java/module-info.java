/**
 * The transport: asks Alipay+ for codes over HTTPS. Open {@link dev.paycode.http.HttpCodeGateway}.
 */
module dev.paycode.http {
  requires transitive dev.paycode;
  requires java.net.http;
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports dev.paycode.http;
}
