package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.gatewayAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;

/** Faults of the gateway's certificate and TLS, on leaves of a real issuer. */
class TlsFaultsTest {

  private static TestCa ca;

  @BeforeAll
  static void makeIssuer() throws Exception {
    ca = TestCa.create();
  }

  private static ScriptedGateway showing(TestCa.Leaf leaf) throws Exception {
    return speaking(leaf.serverSocket());
  }

  private static ScriptedGateway speaking(SSLServerSocket socket) {
    return ScriptedGateway.playing(
        socket, connection -> connection.send(HttpReply.signed(Fixtures.SUCCESS).bytes()));
  }

  private static GatewayAddress at(ScriptedGateway server) {
    return GatewayAddress.parse("https://localhost:" + server.port());
  }

  private static HttpCodeGateway trusting(TestCa issuer, ScriptedGateway server) throws Exception {
    return gatewayAt(at(server)).trusting(issuer.issuers()).build();
  }

  private static Handled facing(TestCa.Leaf leaf) throws Exception {
    try (ScriptedGateway server = showing(leaf)) {
      Handled handled = Handled.by(trusting(ca, server), LONG);
      assertThat(server.allHungUp()).succeedsWithin(LONG);
      return handled;
    }
  }

  @Fault({"TLSv1.2", "TLSv1.3"})
  void a_good_certificate_is_accepted_which_proves_the_others_bad(String protocol)
      throws Exception {
    SSLServerSocket socket = ca.leaf().serverSocket();
    socket.setEnabledProtocols(new String[] {protocol});
    try (ScriptedGateway server = speaking(socket)) {
      Handled.by(trusting(ca, server), LONG).obtained(2);
    }
  }

  @Fault({"-P10D", "P10D"})
  void row_5_a_certificate_out_of_its_time_needs_an_operator(String middle) throws Exception {
    facing(ca.leaf().around(Instant.now().plus(Duration.parse(middle))))
        .isMisconfigured("has expired or is not valid yet.", "Check this machine's clock");
  }

  @Fault
  void row_6_an_issuer_that_is_not_trusted_needs_an_operator() throws Exception {
    facing(TestCa.create().leaf())
        .isMisconfigured(
            "comes from an issuer that is not trusted.", "by a trust store of your own");
  }

  @Fault
  void row_6_nor_does_the_platform_trust_it() throws Exception {
    try (ScriptedGateway server = showing(ca.leaf())) {
      Handled.by(gatewayAt(at(server)).build(), LONG)
          .isMisconfigured("comes from an issuer that is not trusted.", "no proxy stands in");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Fault({"other.example", "*.localhost"})
  void row_7_a_certificate_for_another_host_needs_an_operator(String name) throws Exception {
    facing(ca.leaf().named(name))
        .isMisconfigured("is not one for this host.", "Check that the host name");
  }

  /** As Java does: a certificate authority that still issues such ones would have to be trusted. */
  @Fault
  void row_7_a_certificate_with_a_common_name_only_is_accepted() throws Exception {
    facing(ca.leaf().named("")).obtained(2);
  }

  @Fault
  void row_8_a_server_without_tls_1_2_needs_an_operator() throws Exception {
    try (OldTlsServer server = OldTlsServer.start(ca.leaf().keys())) {
      GatewayAddress address = GatewayAddress.parse("https://localhost:" + server.port());

      Handled.by(gatewayAt(address).trusting(ca.issuers()).build(), LONG)
          .isMisconfigured("could be agreed upon.", "speak TLS 1.2 or 1.3.");
    }
  }

  @Fault
  void row_8_a_server_without_tls_needs_an_operator() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerInPlainText(plain));
      GatewayAddress address = GatewayAddress.parse("https://127.0.0.1:" + plain.getLocalPort());

      Handled.by(gatewayAt(address).build(), LONG)
          .isMisconfigured("could be agreed upon.", "speak TLS 1.2 or 1.3.");
      assertThat(answered).succeedsWithin(LONG);
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Fault("1024")
  void row_9_a_certificate_with_a_short_key_needs_an_operator(String bits) throws Exception {
    facing(ca.leaf().with(TestCa.pair("RSA", Integer.parseInt(bits))))
        .isMisconfigured("is made with keys or signatures that are too weak.", "RSA of 2048 bits");
  }

  @Fault({"SHA1withRSA"})
  void row_9_a_certificate_with_a_weak_signature_needs_an_operator(String algorithm)
      throws Exception {
    facing(ca.leaf().signedBy(algorithm))
        .isMisconfigured("is made with keys or signatures that are too weak.", "SHA-256");
  }

  @Fault("2048")
  void row_9_a_key_of_2048_bits_is_long_enough(String bits) throws Exception {
    facing(ca.leaf().with(TestCa.pair("RSA", Integer.parseInt(bits)))).obtained(2);
  }
}
