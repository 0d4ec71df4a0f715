package dev.paycode.signing;

import dev.paycode.message.ClientId;
import dev.paycode.message.SignedContent;
import java.nio.charset.StandardCharsets;

/** Messages to sign. */
final class Messages {

  static final String PATH = "/aps/api/v1/codes/getPaymentCode";

  private Messages() {}

  static SignedContent anyContent() {
    return content("{\"region\":\"JP\"}");
  }

  static SignedContent content(String body) {
    return content(body.getBytes(StandardCharsets.UTF_8));
  }

  static SignedContent content(byte[] body) {
    return SignedContent.of(
        PATH, new ClientId("SANDBOX_5X00000000000000"), "2024-06-01T12:00:00+08:00", body);
  }
}
