package dev.paycode.sandbox;

import static dev.paycode.sandbox.TestRequest.KEYS;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox whose clock stands still, and a client for it. */
final class Fixture {

  static final Instant NOW = Instant.parse("2024-06-01T04:00:00.123Z");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private Fixture() {}

  static HttpClient client() {
    return CLIENT;
  }

  static SandboxOptions options() {
    return SandboxOptions.of(KEYS, InstantSource.fixed(NOW), new Random(1));
  }

  static HttpResponse<String> send(Sandbox sandbox, TestRequest request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.over(sandbox.uri()), BodyHandlers.ofString());
  }

  static boolean isBelieved(HttpResponse<String> answer) {
    return Wallet.believes(
        KEYS.alipayPublicKey(), answer.uri().getRawPath(), answer.headers(), answer.body());
  }

  static String code(HttpResponse<String> answer) {
    return json(answer).at("/result/resultCode").asString();
  }

  static JsonNode json(HttpResponse<String> answer) {
    return new JsonMapper().readTree(answer.body());
  }
}
