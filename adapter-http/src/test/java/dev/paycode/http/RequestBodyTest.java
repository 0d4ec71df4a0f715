package dev.paycode.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.OsType;
import dev.paycode.request.TerminalType;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

  private static String body(CodeRequest request) {
    return new String(RequestBody.of(request).bytes(), UTF_8);
  }

  @Test
  void what_is_not_set_is_left_out() {
    assertThat(body(CodeRequest.of(CustomerId.parse("c-1"), DeviceEnvironment.of("d-1"))))
        .isEqualTo(
            "{\"customerId\":\"c-1\",\"codeQuantity\":\"1\",\"env\":{\"deviceTokenId\":\"d-1\"}}");
  }

  @Test
  void the_device_tells_what_it_was_told_to_tell() {
    DeviceEnvironment device =
        DeviceEnvironment.of("d-1")
            .with(TerminalType.APP)
            .with(OsType.ANDROID)
            .withClientIp("::1")
            .withCookieId("cookie")
            .withUserAgent("agent");

    assertThat(body(CodeRequest.of(CustomerId.parse("c-1"), device)))
        .endsWith(
            "\"env\":{\"deviceTokenId\":\"d-1\",\"terminalType\":\"APP\",\"osType\":\"ANDROID\","
                + "\"clientIp\":\"::1\",\"cookieId\":\"cookie\",\"userAgent\":\"agent\"}}");
  }

  @Test
  void text_is_escaped_where_json_asks_for_it_and_else_plain_utf_8() {
    assertThat(body(CodeRequest.of(CustomerId.parse("\"\\/é漢😀"), DeviceEnvironment.of("d-1"))))
        .startsWith("{\"customerId\":\"\\\"\\\\/é漢😀\",");
  }
}
