package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsignedRefusalTest {

  private static final byte[] BODY =
      "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"INVALID_CLIENT\",\"resultMessage\":\"call me\"}}"
          .getBytes(StandardCharsets.UTF_8);

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.withoutTerminal(time);

  @TempDir private Path directory;
  private RunningSandbox sandbox;
  private HttpServer gateway;

  @BeforeEach
  void startGateway() throws IOException {
    sandbox = RunningSandbox.start(time, directory);
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, BODY.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(BODY);
          }
        });
    gateway.start();
  }

  @AfterEach
  void stopGateway() {
    gateway.stop(0);
    sandbox.close();
  }

  @Test
  void it_ends_with_5_and_is_labelled_as_nobodys_word() {
    int exitCode = get("--format=json", "--verbose");

    assertThat(exitCode).isEqualTo(ExitCode.UNTRUSTED);
    assertThat(cli.out())
        .isEqualToNormalizingNewlines(
            "{\"outcome\":\"REFUSED\",\"resultCode\":\"INVALID_CLIENT\",\"resultStatus\":\"F\","
                + "\"attempts\":1,\"codes\":[]}\n");
    assertThat(cli.err().lines().toList().get(0))
        .endsWith("ms: INVALID_CLIENT in an answer that nobody signed, 0 codes");
    assertThat(cli.err().lines().toList().get(1))
        .isEqualTo("paycode: An answer that nobody signed says INVALID_CLIENT (F)");
    assertThat(cli.err()).doesNotContain("call me");
  }

  private int get(String... options) {
    String[] start = {
      "get",
      "--config",
      sandbox.config(),
      "--gateway",
      "http://127.0.0.1:" + gateway.getAddress().getPort()
    };
    return cli.run(Stream.of(start, options).flatMap(Arrays::stream).toArray(String[]::new));
  }
}
