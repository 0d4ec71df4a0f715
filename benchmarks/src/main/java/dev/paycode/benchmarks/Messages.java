package dev.paycode.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paycode.message.ClientId;
import dev.paycode.message.SignedContent;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The messages that are signed and read (protocol.md §1, §3, §4). */
final class Messages {

  static final String PATH = "/aps/api/v1/codes/getPaymentCode";
  static final ClientId CLIENT = ClientId.parse("SANDBOX_5X00000000000000");
  static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");
  static final String TIME = "2024-06-01T12:00:00+00:00";

  /** A request as it goes over the wire. */
  static final String REQUEST =
      "{\"region\":\"JP\",\"customerId\":\"1234567890123456\",\"codeQuantity\":\"2\","
          + "\"env\":{\"deviceTokenId\":\"device-0001\"}}";

  /** An answer with ten codes as it comes over the wire. */
  static final String ANSWER =
      IntStream.range(0, 10)
          .mapToObj(Messages::code)
          .collect(
              Collectors.joining(
                  ",",
                  "{\"result\":{\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\","
                      + "\"resultMessage\":\"success\"},\"paymentCodeInfoList\":[",
                  "]}"));

  private Messages() {}

  private static String code(int number) {
    Instant start = NOON.plus(Duration.ofSeconds(30L * number));
    return String.format(
        "{\"paymentCode\":\"28100602000000000012%04d\",\"codeValidityStartTime\":\"%s\","
            + "\"codeExpiryTime\":\"%s\"}",
        number, start, start.plusSeconds(60));
  }

  /** What is signed of a body. */
  static SignedContent content(String body) {
    return SignedContent.of(PATH, CLIENT, TIME, body.getBytes(UTF_8));
  }
}
