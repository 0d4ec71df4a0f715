package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TlsTest {

  private static final String PASSWORD = "only-for-this-test";

  /** A key for the name localhost, signed by itself. */
  private static KeyStore keys;

  @BeforeAll
  static void makeKeys(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "gateway",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(file)) {
      keys.load(stored, PASSWORD.toCharArray());
    }
  }

  private static ScriptedGateway tlsGateway() throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    ServerSocket server =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return ScriptedGateway.playing(
        server, connection -> connection.send(HttpReply.signed(Fixtures.SUCCESS).bytes()));
  }

  private static KeyStore issuers() throws Exception {
    KeyStore issuers = KeyStore.getInstance("PKCS12");
    issuers.load(null, null);
    issuers.setCertificateEntry("gateway", keys.getCertificate("gateway"));
    return issuers;
  }

  private static GatewayAddress at(String host, ScriptedGateway server) {
    return GatewayAddress.parse("https://" + host + ":" + server.port());
  }

  private static Reply send(HttpCodeGateway gateway) throws InterruptedException {
    return gateway.prepare(Fixtures.anyRequest()).send(LONG);
  }

  @Test
  void a_gateway_with_an_issuer_of_one_s_own_is_reached() throws Exception {
    try (ScriptedGateway server = tlsGateway()) {
      Reply reply = send(Fixtures.gatewayAt(at("localhost", server)).trusting(issuers()).build());

      assertThat(reply.codeCount()).isEqualTo(2);
    }
  }

  @Test
  void row_6_an_issuer_that_nobody_trusts() throws Exception {
    try (ScriptedGateway server = tlsGateway()) {
      GatewayAddress address = at("localhost", server);

      assertThat(send(Fixtures.gatewayAt(address).build()))
          .isInstanceOfSatisfying(
              Reply.Misconfigured.class,
              misconfigured ->
                  assertThat(misconfigured.problem())
                      .isEqualTo(
                          "The TLS certificate of "
                              + address
                              + " comes from an issuer that is not trusted."));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void row_7_a_certificate_for_another_host() throws Exception {
    try (ScriptedGateway server = tlsGateway()) {
      GatewayAddress address = at("127.0.0.1", server);

      assertThat(send(Fixtures.gatewayAt(address).trusting(issuers()).build()))
          .isInstanceOfSatisfying(
              Reply.Misconfigured.class,
              misconfigured ->
                  assertThat(misconfigured.problem())
                      .isEqualTo(
                          "The TLS certificate of " + address + " is not one for this host."));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void rows_8_and_25_a_server_that_speaks_no_tls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerInPlainText(plain));
      GatewayAddress address = GatewayAddress.parse("https://127.0.0.1:" + plain.getLocalPort());

      assertThat(Fixtures.send(address, LONG))
          .isEqualTo(
              new Reply.Misconfigured(
                  "No TLS session with " + address + " could be agreed upon.",
                  "Check that the address and port are right and speak TLS 1.2 or 1.3."));
      assertThat(answered).succeedsWithin(LONG);
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Stream<Exception> times_out_of_range() {
    return Stream.of(new CertificateExpiredException(), new CertificateNotYetValidException());
  }

  @ParameterizedTest
  @MethodSource("times_out_of_range")
  void row_5_a_certificate_out_of_its_time(Exception reason) {
    SSLHandshakeException failure = new SSLHandshakeException("PKIX path validation failed");
    failure.initCause(new CertPathValidatorException("validity check failed", reason));
    GatewayAddress address = Fixtures.foreign("https://gateway.example");

    assertThat(TransportFailure.of(new ExecutionException(failure)).reply(false, address))
        .isInstanceOfSatisfying(
            Reply.Misconfigured.class,
            misconfigured ->
                assertThat(misconfigured.problem())
                    .isEqualTo(
                        "The TLS certificate of https://gateway.example has expired or is not valid"
                            + " yet."));
  }
}
