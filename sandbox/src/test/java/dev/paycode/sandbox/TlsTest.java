package dev.paycode.sandbox;

import static dev.paycode.sandbox.TestRequest.anyRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

  private static final SandboxTls TLS = SandboxTls.generate();

  private static HttpResponse<String> call(SandboxTls spoken, SandboxTls trusted)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (Sandbox sandbox = Sandbox.start(Fixture.options().withTls(spoken))) {
      return call(sandbox.uri(), trusted);
    }
  }

  private static HttpResponse<String> call(URI uri, SandboxTls trusted)
      throws IOException, InterruptedException, GeneralSecurityException {
    return client(trusted.trustStore()).send(anyRequest().over(uri), BodyHandlers.ofString());
  }

  private static HttpClient client(KeyStore trusted) throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return HttpClient.newBuilder()
        .sslContext(context)
        .sslParameters(parameters)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  @Test
  void a_client_that_trusts_the_issuer_is_answered() throws Exception {
    HttpResponse<String> answer = call(TLS, TLS);

    assertThat(answer.uri().toString()).startsWith("https://127.0.0.1:");
    assertThat(Fixture.code(answer)).isEqualTo("SUCCESS");
    assertThat(Fixture.isBelieved(answer)).isTrue();
    assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void its_certificate_is_for_every_name_of_this_machine(String host) throws Exception {
    try (Sandbox sandbox = Sandbox.start(Fixture.options().withTls(TLS))) {
      URI uri = URI.create("https://" + host + ":" + sandbox.uri().getPort());
      assertThat(Fixture.code(call(uri, TLS))).isEqualTo("SUCCESS");
    }
  }

  @Test
  void an_older_version_is_spoken_on_request() throws Exception {
    assertThat(call(TLS.speaking("TLSv1.2"), TLS).sslSession().orElseThrow().getProtocol())
        .isEqualTo("TLSv1.2");
  }

  @Test
  void a_slow_answer_comes_whole_in_the_end() throws Exception {
    try (Sandbox sandbox = Sandbox.start(Fixture.options().withTls(TLS))) {
      HttpResponse<String> answer =
          client(TLS.trustStore())
              .send(
                  TestRequest.askingFor("sandbox-SLOW").over(sandbox.uri()),
                  BodyHandlers.ofString());

      assertThat(Fixture.code(answer)).isEqualTo("SUCCESS");
      assertThat(Fixture.isBelieved(answer)).isTrue();
    }
  }

  @Test
  void of_a_version_that_java_has_disabled_no_session_comes_about() {
    assertThatThrownBy(() -> call(TLS.speaking("TLSv1.1"), TLS)).isInstanceOf(IOException.class);
  }

  @Test
  void a_client_that_trusts_another_issuer_sees_an_unknown_one() {
    assertThatThrownBy(() -> call(TLS, SandboxTls.generate()))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("unable to find valid certification path");
  }

  @Test
  void an_expired_certificate_has_nothing_else_wrong_with_it() {
    assertThatThrownBy(() -> call(TLS.expired(), TLS))
        .hasRootCauseInstanceOf(CertificateExpiredException.class);
  }

  @Test
  void a_certificate_of_the_future_has_nothing_else_wrong_with_it() {
    assertThatThrownBy(() -> call(TLS.notYetValid(), TLS))
        .hasRootCauseInstanceOf(CertificateNotYetValidException.class);
  }

  @Test
  void a_certificate_that_is_too_weak_has_nothing_else_wrong_with_it() throws Exception {
    assertThat(call(TLS.withShortKey(), TLS).version()).isNotNull();
    assertThat(call(TLS.signedOverSha1(), TLS).version()).isNotNull();
  }

  @Test
  void a_certificate_for_another_host_has_nothing_else_wrong_with_it() {
    assertThatThrownBy(() -> call(TLS.forHost("gateway.example"), TLS))
        .hasRootCauseInstanceOf(CertificateException.class)
        .rootCause()
        .hasMessageContaining("No subject alternative names matching IP address 127.0.0.1");
  }

  @Test
  void the_client_s_files_name_the_issuer(@TempDir Path directory) throws Exception {
    try (Sandbox sandbox = Sandbox.start(Fixture.options().withTls(TLS))) {
      Path properties = sandbox.writeClientFiles(directory);

      assertThat(properties)
          .content()
          .contains("gateway=https://127.0.0.1:")
          .endsWith("\ntrustStore=ca.pem\n");
      assertThat(issuer(directory.resolve("ca.pem"))).isEqualTo(TLS.issuer());
    }
  }

  private static X509Certificate issuer(Path file) throws IOException, CertificateException {
    try (var pem = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  @Test
  void without_tls_there_is_no_issuer(@TempDir Path directory) throws Exception {
    try (Sandbox sandbox = Sandbox.start(Fixture.options())) {
      Path properties = sandbox.writeClientFiles(directory);

      assertThat(properties).content().doesNotContain("trustStore");
      assertThat(directory.resolve("ca.pem")).doesNotExist();
    }
  }

  @Test
  void nothing_secret_is_in_what_it_prints() {
    assertThat(TLS).hasToString("SandboxTls[CN=Paycode sandbox]");
  }
}
