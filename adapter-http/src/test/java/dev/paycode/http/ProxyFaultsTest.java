package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.gatewayAt;
import static dev.paycode.http.Handled.AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A proxy between this machine and the gateway. */
class ProxyFaultsTest {

  private static final PasswordAuthentication CREDENTIALS =
      new PasswordAuthentication("wallet", "hunter2".toCharArray());

  private static TestCa ca;

  @BeforeAll
  static void makeIssuer() throws Exception {
    ca = TestCa.create();
  }

  private static ScriptedGateway gateway() throws Exception {
    return ScriptedGateway.playing(
        ca.leaf().serverSocket(),
        connection -> connection.send(HttpReply.signed(Fixtures.SUCCESS).bytes()));
  }

  private static HttpCodeGatewayBuilder to(ScriptedGateway server) throws Exception {
    return gatewayAt(GatewayAddress.parse("https://localhost:" + server.port()))
        .trusting(ca.issuers());
  }

  @Fault
  void a_proxy_opens_a_tunnel_and_sees_nothing_of_the_call() throws Exception {
    try (ScriptedGateway server = gateway();
        ScriptedProxy proxy = ScriptedProxy.answering("200")) {
      Handled.by(to(server).proxy(proxy.address()).build(), LONG).obtained(2);

      assertThat(proxy.requests())
          .singleElement()
          .asString()
          .startsWith("CONNECT localhost:" + server.port() + " HTTP/1.1\r\n")
          .doesNotContainIgnoringCase("signature")
          .doesNotContainIgnoringCase("client-id");
    }
  }

  @Fault({"403", "405", "407"})
  void row_33_a_proxy_that_refuses_the_tunnel_needs_an_operator(String status) throws Exception {
    try (ScriptedGateway server = gateway();
        ScriptedProxy proxy =
            ScriptedProxy.answering(
                status, "Proxy-Authenticate: Basic realm=\"x\"", "Content-Length: 0")) {
      Handled.by(to(server).proxy(proxy.address()).build(), LONG)
          .isMisconfigured("HTTP " + status, "through the proxy");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Fault({"502", "503", "504"})
  void row_33_a_proxy_that_finds_no_gateway_is_asked_again(String status) throws Exception {
    try (ScriptedGateway server = gateway();
        ScriptedProxy proxy = ScriptedProxy.answering(status, "Content-Length: 0")) {
      Handled.by(to(server).proxy(proxy.address()).build(), LONG)
          .gaveUp(AGAIN, new Reply.NoResult(Cause.CONNECTION_REFUSED, "proxy: HTTP " + status));
    }
  }

  @Fault({"301", "401", "404", "500"})
  void row_33_a_proxy_s_answer_is_never_taken_for_the_gateway_s(String status) throws Exception {
    try (ScriptedGateway server = gateway();
        ScriptedProxy proxy =
            ScriptedProxy.answering(status, "Location: http://x", "Content-Length: 0")) {
      Handled handled = Handled.by(to(server).proxy(proxy.address()).build(), LONG);

      assertThat(handled.replies().get(0).signedTime()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Fault
  void row_1_a_proxy_that_is_not_there_is_not_sent_and_tried_again() throws Exception {
    try (ScriptedGateway server = gateway()) {
      ScriptedProxy gone = ScriptedProxy.answering("200");
      gone.close();

      Handled.by(to(server).proxy(gone.address()).build(), LONG)
          .gaveUp(AGAIN, Cause.CONNECTION_REFUSED);
    }
  }

  @Test
  void java_sends_no_password_to_a_proxy_unless_it_was_started_so() throws Exception {
    try (ScriptedGateway server = gateway()) {
      HttpCodeGatewayBuilder builder =
          to(server).proxy(new InetSocketAddress("localhost", 1), CREDENTIALS);

      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessageContaining("start Java with -Djdk.http.auth.tunneling.disabledSchemes=")
          .withMessageNotContaining("hunter2");
    }
  }

  /** In a Java process of its own, because Java reads the property once. */
  @Test
  void a_proxy_gets_the_password_and_the_gateway_does_not() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.http.auth.tunneling.disabledSchemes=",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ProxyPassword.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEqualTo("codes 2, proxy true, gateway false\n".formatted());
  }

  /** Calls through a proxy with a password, and says who got to see it. */
  static final class ProxyPassword {

    private ProxyPassword() {}

    public static void main(String[] arguments) throws Exception {
      makeIssuer();
      try (ScriptedGateway server = gateway();
          ScriptedProxy proxy = ScriptedProxy.answering("200")) {
        int codes =
            to(server)
                .proxy(proxy.address(), CREDENTIALS)
                .build()
                .prepare(Fixtures.anyRequest())
                .send(LONG)
                .codeCount();
        String seen = new String(server.requests().get(0), StandardCharsets.UTF_8);
        System.out.printf(
            "codes %d, proxy %b, gateway %b%n",
            codes,
            proxy.requests().get(0).contains("Proxy-Authorization: Basic d2FsbGV0Omh1bnRlcjI="),
            seen.toLowerCase(Locale.ROOT).contains("proxy-"));
      }
    }
  }

  @Test
  void a_gateway_on_this_machine_has_no_proxy() {
    InetSocketAddress proxy = new InetSocketAddress("localhost", 8080);

    assertThatIllegalStateException()
        .isThrownBy(gatewayAt(GatewayAddress.parse("http://127.0.0.1:8080")).proxy(proxy)::build)
        .withMessageContaining("leave the proxy out");
  }

  @Test
  void a_user_of_a_proxy_has_no_colon() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                gatewayAt(GatewayAddress.parse("https://localhost"))
                    .proxy(
                        new InetSocketAddress("localhost", 8080),
                        new PasswordAuthentication("a:b", new char[0])))
        .withMessage("A proxy's user name has no colon");
  }
}
