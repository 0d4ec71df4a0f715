package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.gatewayAt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomHeadersTest {

  private final HttpCodeGatewayBuilder builder =
      gatewayAt(GatewayAddress.parse("https://open-sea.alipayplus.com"));

  @Test
  void headers_and_agent_token_are_sent_with_every_request() throws Exception {
    try (ScriptedGateway server = ScriptedGateway.answering(HttpReply.signed(Fixtures.SUCCESS))) {
      HttpCodeGateway gateway =
          gatewayAt(server.address()).agentToken("token 7~").header("markuid", "0A").build();
      gateway.prepare(Fixtures.anyRequest()).send(LONG);
      gateway.prepare(Fixtures.anyRequest()).send(LONG);

      assertThat(server.requests())
          .hasSize(2)
          .allSatisfy(
              request ->
                  assertThat(new String(request, UTF_8))
                      .contains("\r\nAgent-Token: token 7~\r\n", "\r\nmarkuid: 0A\r\n"));
    }
  }

  @Test
  void a_gateway_keeps_the_headers_it_was_built_with() throws Exception {
    try (ScriptedGateway server = ScriptedGateway.answering(HttpReply.signed(Fixtures.SUCCESS))) {
      HttpCodeGatewayBuilder used = gatewayAt(server.address());
      HttpCodeGateway gateway = used.build();
      used.agentToken("later");
      gateway.prepare(Fixtures.anyRequest()).send(LONG);

      assertThat(new String(server.requests().get(0), UTF_8)).doesNotContain("later");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2\r\nSignature: x",
        "hunter2\n",
        "hunter2\r",
        "hunter2\u0000",
        "hunter2\u007f",
        "hünter2",
        "hunter2\u2028",
        ""
      })
  void a_value_is_printable_ascii_and_is_not_repeated(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.agentToken(value))
        .withMessageStartingWith("The value of the header Agent-Token must be 1 to 4096 printable")
        .withMessageNotContaining("hunter2")
        .withMessageNotContaining("hünter2");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.header("X-Y", value));
  }

  @Test
  void a_value_has_a_greatest_length() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.agentToken("x".repeat(4097)))
        .withMessageEndingWith("the one given has 4097");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "X:", "X\r\nY", "Ü", "x\u0000"})
  void a_name_is_a_token(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.header(name, "x"))
        .withMessageStartingWith("A header's name is 1 to 64 letters, digits or marks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Signature",
        "client-ID",
        "REQUEST-TIME",
        "Content-Type",
        "Content-Length",
        "User-Agent",
        "Agent-Token",
        "Host",
        "Connection",
        "Transfer-Encoding",
        "Accept-Encoding",
        "Expect",
        "Upgrade",
        "HTTP2-Settings",
        "Proxy-Authorization"
      })
  void a_name_of_the_protocol_is_refused_by_name(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.header(name, "x"))
        .withMessage(
            "The header " + name + " belongs to the protocol and cannot be set; leave it out");
  }

  @Test
  void a_name_is_given_once_in_whatever_case() {
    builder.header("X-Trace", "1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.header("x-trace", "2"))
        .withMessage("The header x-trace is given twice; give it once");
  }

  @Property
  void what_is_taken_cannot_begin_a_line(@ForAll String value) {
    try {
      builder.agentToken(value);
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertThat(value).matches("[ -~]+");
  }
}
