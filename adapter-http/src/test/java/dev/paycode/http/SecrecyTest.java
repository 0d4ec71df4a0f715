package dev.paycode.http;

import static dev.paycode.http.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.paycode.handling.Reply;
import dev.paycode.port.out.PreparedCall;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecrecyTest {

  private static final String CANARY = "9876543210987654321";

  private static final HttpReply SIGNED =
      HttpReply.signed(Fixtures.success(Fixtures.entry(CANARY)));

  static Stream<HttpReply> replies_with_a_canary() {
    String refusal =
        "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"PROCESS_FAIL\",\"resultMessage\":\""
            + CANARY
            + "\"}}";
    return Stream.of(
        SIGNED,
        HttpReply.signed(refusal),
        HttpReply.unsigned(refusal),
        HttpReply.unsigned(CANARY),
        HttpReply.unsigned(CANARY).status(500),
        HttpReply.unsigned(CANARY).status(404),
        HttpReply.unsigned(CANARY).status(302).with("Location", CANARY),
        HttpReply.unsigned(CANARY).status(429).with("Retry-After", CANARY),
        HttpReply.signed("{\"" + CANARY),
        HttpReply.signed("{\"" + CANARY + "\":1,\"" + CANARY + "\":1}"),
        HttpReply.signed(Fixtures.success(Fixtures.entry(CANARY + "x"))),
        HttpReply.signed(Fixtures.result(CANARY, CANARY.repeat(4))),
        SIGNED.replacing("Signature", CANARY),
        SIGNED.replacing("Response-Time", CANARY),
        SIGNED.replacing("Client-Id", CANARY),
        SIGNED.with("Content-Encoding", CANARY),
        SIGNED.replacing("Content-Length", CANARY));
  }

  @ParameterizedTest
  @MethodSource("replies_with_a_canary")
  void no_reply_repeats_codes_bodies_or_headers(HttpReply reply) throws Exception {
    assertThat(Fixtures.replyTo(reply).toString()).doesNotContain(CANARY);
  }

  @Test
  void a_broken_status_line_is_not_repeated() throws Exception {
    Reply reply =
        Fixtures.replyTo(
            connection -> {
              connection.send("HTTP/1.1 " + CANARY + " " + CANARY + "\r\n\r\n");
              connection.finish();
            },
            Fixtures.LONG);

    assertThat(reply.toString()).doesNotContain(CANARY);
  }

  @Test
  void nothing_on_the_way_prints_what_it_carries() {
    HttpCodeGatewayBuilder builder =
        Fixtures.gatewayAt(Fixtures.foreign("https://gateway.example"))
            .agentToken(CANARY)
            .header("X-Custom", CANARY);
    HttpCodeGateway gateway = builder.build();
    PreparedCall call = gateway.prepare(Fixtures.anyRequest());
    HttpProxy proxy =
        HttpProxy.at(
            new InetSocketAddress("localhost", 8080),
            new PasswordAuthentication("wallet", CANARY.toCharArray()));
    String signature = SIGNED.header("Signature").replaceFirst(".*signature=", "");

    assertThat(
            List.of(
                SIGNED.raw(),
                ReceivedBody.of(SIGNED.body()),
                RequestBody.of(Fixtures.anyRequest()),
                AnswerReader.unsignedRefusal(SIGNED.body()),
                Fixtures.reader().read(SIGNED.raw(), NOW),
                builder,
                gateway,
                proxy,
                new TrackedBody(RequestBody.of(Fixtures.anyRequest())),
                call))
        .allSatisfy(
            carrier ->
                assertThat(carrier.toString())
                    .doesNotContain(CANARY)
                    .doesNotContain("1234567890123456")
                    .doesNotContain("device-0001")
                    .doesNotContain(signature));
  }

  @Test
  void no_refusal_of_a_setting_repeats_a_secret() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    HttpCodeGatewayBuilder builder =
        Fixtures.gatewayAt(Fixtures.foreign("https://gateway.example")).header("X-Custom", "x");
    List<ThrowingCallable> mistakes =
        List.of(
            () -> builder.agentToken(CANARY + "\n"),
            () -> builder.header("X-Other", CANARY + "\u00e9"),
            () -> builder.header("X-Custom", CANARY),
            () -> builder.header("Signature", CANARY),
            () -> builder.clientCertificate(empty, CANARY.toCharArray()),
            () ->
                builder.proxy(
                    new InetSocketAddress("localhost", 8080),
                    new PasswordAuthentication("a:b", CANARY.toCharArray())));

    assertThat(mistakes)
        .allSatisfy(
            mistake ->
                assertThat(everyWordOf(catchThrowable(mistake)))
                    .isNotEmpty()
                    .doesNotContain(CANARY));
  }

  /** With causes and what was suppressed. */
  private static String everyWordOf(Throwable refusal) {
    StringWriter words = new StringWriter();
    refusal.printStackTrace(new PrintWriter(words));
    return words.toString();
  }

  /** Under the properties by which Java itself would log headers, no gateway is built. */
  @Test
  void no_log_holds_any_of_it_at_the_finest_level() throws Exception {
    StringBuilder log = new StringBuilder();
    Handler collector = new Collector(log);
    Logger root = Logger.getLogger("");
    Level usual = root.getLevel();
    root.addHandler(collector);
    root.setLevel(Level.ALL);
    Logger client = Logger.getLogger("jdk.httpclient.HttpClient");
    client.setLevel(Level.ALL);
    try {
      for (HttpReply reply : replies_with_a_canary().toList()) {
        try (ScriptedGateway server = ScriptedGateway.answering(reply)) {
          Fixtures.gatewayAt(server.address())
              .agentToken(CANARY)
              .header("X-Custom", CANARY)
              .build()
              .prepare(Fixtures.anyRequest())
              .send(Fixtures.LONG);
        }
      }
      root.finest("the end");
    } finally {
      client.setLevel(null);
      root.removeHandler(collector);
      root.setLevel(usual);
    }

    assertThat(log.toString())
        .contains("the end")
        .doesNotContain(CANARY)
        .doesNotContain("1234567890123456")
        .doesNotContain("device-0001")
        .doesNotContain("signature=");
  }

  private static final class Collector extends Handler {

    private final StringBuilder log;

    Collector(StringBuilder log) {
      this.log = log;
      setLevel(Level.ALL);
    }

    @Override
    public synchronized void publish(LogRecord logged) {
      log.append(new SimpleFormatter().format(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
