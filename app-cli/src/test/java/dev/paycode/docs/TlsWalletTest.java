package dev.paycode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Reply;
import dev.paycode.http.GatewayAddress;
import dev.paycode.http.HttpCodeGateway;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.sandbox.SandboxTls;
import dev.paycode.sandbox.junit.SandboxExtension;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TlsWalletTest {

  private static final SandboxTls TLS = SandboxTls.generate();
  private static final SandboxOptions OPTIONS =
      SandboxOptions.of(SandboxKeys.generate(), InstantSource.system(), new SecureRandom())
          .withTls(TLS);

  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.with(OPTIONS);

  @Test
  void the_wallet_trusts_the_issuer_of_the_sandbox(Sandbox sandbox) throws Exception {
    assertThat(sandbox.uri()).hasScheme("https");
    assertThat(call(sandbox).codeCount()).isEqualTo(1);
  }

  @Test
  void the_wallet_refuses_a_certificate_that_has_expired() throws Exception {
    try (Sandbox expired = Sandbox.start(OPTIONS.withTls(TLS.expired()))) {
      assertThat(call(expired)).isInstanceOf(Reply.Misconfigured.class);
    }
  }

  private static Reply call(Sandbox sandbox) throws InterruptedException {
    return HttpCodeGateway.to(
            GatewayAddress.parse(sandbox.uri().toString()),
            sandbox.clientId(),
            RsaSigner.of(sandbox.keys().mppPrivateKey(), sandbox.keyVersion()),
            RsaVerifier.of(sandbox.keys().alipayPublicKey()))
        .trusting(TLS.trustStore())
        .build()
        .prepare(CodeRequest.of(CustomerId.parse("alice"), DeviceEnvironment.of("device-0001")))
        .send(Duration.ofSeconds(5));
  }
}
