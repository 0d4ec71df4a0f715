package dev.paycode.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Reply;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.PreparedCall;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RequestOnTheWireTest {

  private static final String BODY =
      "{\"region\":\"JP\",\"customerId\":\"1234567890123456\",\"codeQuantity\":\"2\","
          + "\"env\":{\"deviceTokenId\":\"device-0001\"}}";

  @Fault
  void row_27_a_request_in_the_clear_offers_no_upgrade_and_is_byte_for_byte_this()
      throws Exception {
    RsaKey key = RsaKey.anyKey();
    try (ScriptedGateway server =
        ScriptedGateway.answering(
            HttpReply.unsigned(Fixtures.SUCCESS).signed(key, "2024-06-01T12:00:00+08:00"))) {
      Reply reply =
          HttpCodeGateway.to(server.address(), Fixtures.CLIENT, key, key)
              .clock(InstantSource.fixed(Fixtures.NOW))
              .requestTimeOffset(ZoneOffset.ofHours(8))
              .build()
              .prepare(Fixtures.anyRequest())
              .send(Fixtures.LONG);

      assertThat(reply.codeCount()).isEqualTo(2);
      String sent = new String(server.requests().get(0), UTF_8);
      String signature = header(sent, "Signature");
      assertThat(sent)
          .isEqualTo(
              String.join(
                  "\r\n",
                  "POST /aps/api/v1/codes/getPaymentCode HTTP/1.1",
                  "Content-Length: 104",
                  "Host: 127.0.0.1:" + server.port(),
                  "Client-Id: SANDBOX_5X00000000000000",
                  "Content-Type: application/json; charset=UTF-8",
                  "Request-Time: 2024-06-01T12:00:00+08:00",
                  "Signature: " + signature,
                  "User-Agent: " + UserAgent.current(),
                  "",
                  BODY));
      assertThat(signature)
          .matches("algorithm=RSA256,keyVersion=1,signature=[A-Za-z0-9%]+")
          .satisfies(text -> assertThat(verifies(key, text)).isTrue());
    }
  }

  private static boolean verifies(RsaKey key, String signature) {
    String content =
        "POST /aps/api/v1/codes/getPaymentCode\n"
            + "SANDBOX_5X00000000000000.2024-06-01T12:00:00+08:00."
            + BODY;
    return key.isMine(
        content.getBytes(UTF_8), SignatureHeader.parse(signature).orElseThrow().signature());
  }

  private static String header(String request, String name) {
    int start = request.indexOf(name + ": ") + name.length() + 2;
    return request.substring(start, request.indexOf("\r\n", start));
  }

  @Test
  void each_attempt_has_the_same_body_and_a_fresh_time_and_signature() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
    try (ScriptedGateway server =
        ScriptedGateway.answering(HttpReply.signed(Fixtures.result("U", "UNKNOWN_EXCEPTION")))) {
      PreparedCall call =
          Fixtures.gatewayAt(server.address())
              .clock(now::get)
              .build()
              .prepare(Fixtures.anyRequest());
      call.send(Fixtures.LONG);
      now.set(Fixtures.NOW.plusSeconds(2));
      call.send(Fixtures.LONG);

      List<String> sent =
          server.requests().stream().map(bytes -> new String(bytes, UTF_8)).toList();
      assertThat(sent).hasSize(2).allSatisfy(request -> assertThat(request).endsWith(BODY));
      assertThat(sent)
          .extracting(request -> header(request, "Request-Time"))
          .containsExactly("2024-06-01T04:00:00+00:00", "2024-06-01T04:00:02+00:00");
      assertThat(sent).extracting(request -> header(request, "Signature")).doesNotHaveDuplicates();
    }
  }

  @Test
  void preparing_sends_nothing() throws Exception {
    try (ScriptedGateway server = ScriptedGateway.answering(HttpReply.signed(Fixtures.SUCCESS))) {
      PreparedCall call =
          Fixtures.gatewayAt(server.address()).build().prepare(Fixtures.anyRequest());

      assertThat(call.bodyDigest())
          .isEqualTo("edaa3e1bc7ac67c52a0108450d06dcf081ae22b259d3eb724639695eb36e794c");
      assertThat(server.connections()).isZero();
    }
  }
}
