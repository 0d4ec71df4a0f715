package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.gatewayAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paycode.handling.Reply;
import java.security.KeyStore;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClientCertificateTest {

  private static TestCa ca;

  @BeforeAll
  static void makeIssuer() throws Exception {
    ca = TestCa.create();
  }

  /** A gateway that asks for a certificate of its issuer. */
  private static ScriptedGateway demanding() throws Exception {
    SSLServerSocket socket = ca.leaf().serverSocket();
    socket.setNeedClientAuth(true);
    return ScriptedGateway.playing(
        socket, connection -> connection.send(HttpReply.signed(Fixtures.SUCCESS).bytes()));
  }

  private static HttpCodeGatewayBuilder to(ScriptedGateway server) throws Exception {
    return gatewayAt(GatewayAddress.parse("https://localhost:" + server.port()))
        .trusting(ca.issuers());
  }

  private static Reply send(HttpCodeGatewayBuilder gateway) throws InterruptedException {
    return gateway.build().prepare(Fixtures.anyRequest()).send(LONG);
  }

  @Test
  void a_gateway_that_asks_for_a_certificate_is_shown_it() throws Exception {
    try (ScriptedGateway server = demanding()) {
      Reply reply = send(to(server).clientCertificate(ca.leaf().keys(), TestCa.PASSWORD));

      assertThat(reply.codeCount()).isEqualTo(2);
    }
  }

  @Test
  void without_one_or_with_another_s_nothing_is_sent() throws Exception {
    try (ScriptedGateway server = demanding()) {
      KeyStore foreign = TestCa.create().leaf().keys();

      assertThat(send(to(server)).codeCount()).isZero();
      assertThat(send(to(server).clientCertificate(foreign, TestCa.PASSWORD)).codeCount()).isZero();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_key_store_has_a_key_and_the_right_password() throws Exception {
    KeyStore unloaded = KeyStore.getInstance("PKCS12");
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    KeyStore keys = ca.leaf().keys();
    HttpCodeGatewayBuilder builder = gatewayAt(GatewayAddress.parse("https://localhost"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.clientCertificate(unloaded, TestCa.PASSWORD))
        .withMessage("The key store is not loaded; call KeyStore.load first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.clientCertificate(empty, TestCa.PASSWORD))
        .withMessageStartingWith("The key store holds no key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.clientCertificate(keys, "hunter2".toCharArray()))
        .withMessageEndingWith("check its password")
        .withMessageNotContaining("hunter2");
  }
}
