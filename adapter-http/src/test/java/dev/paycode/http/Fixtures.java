package dev.paycode.http;

import dev.paycode.handling.Reply;
import dev.paycode.message.ClientId;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** What the tests have in common: a fixed time, a client, a request, and answers to it. */
final class Fixtures {

  static final Instant NOW = Instant.parse("2024-06-01T04:00:00.250Z");
  static final ClientId CLIENT = ClientId.parse("SANDBOX_5X00000000000000");

  /** More than enough for an answer that comes. */
  static final Duration LONG = Duration.ofSeconds(10);

  /** Enough to wait for one that does not. */
  static final Duration SHORT = Duration.ofMillis(500);

  static final String FIRST_CODE = "281006020000000000125733";
  static final String SECOND_CODE = "281006020000000000125741";

  static final String SUCCESS =
      """
      {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"},\
      "paymentCodeInfoList":[\
      {"paymentCode":"281006020000000000125733",\
      "codeValidityStartTime":"2024-06-01T12:00:00+08:00",\
      "codeExpiryTime":"2024-06-01T12:01:00+08:00"},\
      {"paymentCode":"281006020000000000125741",\
      "codeValidityStartTime":"2024-06-01T12:00:30+08:00",\
      "codeExpiryTime":"2024-06-01T12:01:30+08:00"}]}""";

  private Fixtures() {}

  static String result(String status, String code) {
    return "{\"result\":{\"resultStatus\":\""
        + status
        + "\",\"resultCode\":\""
        + code
        + "\",\"resultMessage\":\"words\"}}";
  }

  /** A success whose list has these entries. */
  static String success(String... entries) {
    return "{\"result\":{\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\"},\"paymentCodeInfoList\":["
        + String.join(",", entries)
        + "]}";
  }

  /** An entry that is valid for a minute from now. */
  static String entry(String code) {
    return entry('"' + code + '"', "2024-06-01T12:00:00+08:00", "2024-06-01T12:01:00+08:00");
  }

  static String entry(String codeAsJson, String start, String expiry) {
    return "{\"paymentCode\":"
        + codeAsJson
        + ",\"codeValidityStartTime\":\""
        + start
        + "\",\"codeExpiryTime\":\""
        + expiry
        + "\"}";
  }

  static CodeRequest anyRequest() {
    return CodeRequest.of(CustomerId.parse("1234567890123456"), DeviceEnvironment.of("device-0001"))
        .in(Region.parse("JP"))
        .asking(CodeQuantity.of(2));
  }

  /** An address that is not Alipay+'s. */
  static GatewayAddress foreign(String address) {
    return GatewayAddress.parse(address, Set.of(URI.create(address).getHost()));
  }

  static HttpCodeGatewayBuilder gatewayAt(GatewayAddress address) {
    return HttpCodeGateway.to(address, CLIENT, new DigestKey(), new DigestKey())
        .clock(InstantSource.fixed(NOW));
  }

  static Reply send(GatewayAddress address, Duration timeout) throws InterruptedException {
    return gatewayAt(address).build().prepare(anyRequest()).send(timeout);
  }

  /** The first exchange of a process takes longer than a short timeout. */
  static void warmUp() throws IOException, InterruptedException {
    replyTo(HttpReply.signed(SUCCESS));
  }

  /** What becomes of a request that is answered like this. */
  static Reply replyTo(HttpReply answer) throws IOException, InterruptedException {
    try (ScriptedGateway server = ScriptedGateway.answering(answer)) {
      return send(server.address(), LONG);
    }
  }

  /** What becomes of a request that is treated like this, if it may take that long. */
  static Reply replyTo(ScriptedGateway.Script script, Duration timeout)
      throws IOException, InterruptedException {
    try (ScriptedGateway server = ScriptedGateway.playing(script)) {
      return send(server.address(), timeout);
    }
  }

  /** The reader of a gateway at the fixed time, without a network. */
  static ReplyReader reader() {
    InstantSource clock = InstantSource.fixed(NOW);
    return new ReplyReader(
        new Authentication(
            CLIENT,
            new DigestKey(),
            clock,
            new Freshness(Duration.ofMinutes(1), Duration.ofMinutes(5))),
        new StatusReader(foreign("https://gateway.example"), clock));
  }
}
