/** The command line: the only place that wires. */
@SuppressWarnings("requires-automatic") // Guice, ZXing and Flyway have no descriptor
module dev.paycode.cli {
  requires com.google.guice;
  requires com.google.zxing;
  requires dev.paycode;
  requires dev.paycode.http;
  requires dev.paycode.persistence;
  requires dev.paycode.sandbox;
  requires dev.paycode.signing;
  requires flyway.core;
  requires info.picocli;
  requires jakarta.inject;
  requires java.desktop;
  requires java.sql;
  requires jdk.httpserver;
  requires org.jline.terminal;
  requires static org.jspecify;
  requires tools.jackson.databind;

  opens dev.paycode.cli to
      com.google.guice,
      info.picocli;
}
