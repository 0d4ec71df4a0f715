package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.paycode.handling.Reply;
import dev.paycode.port.out.MessageSigner;
import java.security.KeyStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpCodeGatewayTest {

  private static final GatewayAddress ANY_ADDRESS = Fixtures.foreign("https://gateway.example");

  @Test
  void none_is_built_while_host_names_are_not_checked() {
    String property = "jdk.internal.httpclient.disableHostnameVerification";
    System.setProperty(property, "");
    try {
      assertThatIllegalStateException()
          .isThrownBy(() -> Fixtures.gatewayAt(ANY_ADDRESS).build())
          .withMessageContaining(property)
          .withMessageEndingWith("start Java without it");
    } finally {
      System.clearProperty(property);
    }
  }

  @Test
  void durations_have_ranges() {
    HttpCodeGatewayBuilder builder = Fixtures.gatewayAt(ANY_ADDRESS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.connectTimeout(Duration.ZERO))
        .withMessage("connectTimeout must be positive, not PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.freshness(Duration.ofSeconds(-1)))
        .withMessage("freshness must be positive, not PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.clockSkew(Duration.ofMillis(-1)))
        .withMessage("clockSkew is 0 or more, not PT-0.001S");
  }

  @Test
  void a_trust_store_has_certificates() throws Exception {
    KeyStore unloaded = KeyStore.getInstance("PKCS12");
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    HttpCodeGatewayBuilder builder = Fixtures.gatewayAt(ANY_ADDRESS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.trusting(unloaded))
        .withMessage("The trust store is not loaded; call KeyStore.load first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.trusting(empty))
        .withMessageStartingWith("The trust store holds no certificate");
  }

  @Test
  void a_signer_that_fails_ends_the_attempt_before_it_is_sent() throws Exception {
    MessageSigner broken =
        content -> {
          throw new IllegalStateException("the key is hunter2");
        };
    try (ScriptedGateway server = ScriptedGateway.answering(HttpReply.signed(Fixtures.SUCCESS))) {
      Reply reply =
          HttpCodeGateway.to(server.address(), Fixtures.CLIENT, broken, new DigestKey())
              .build()
              .prepare(Fixtures.anyRequest())
              .send(Fixtures.LONG);

      assertThat(reply)
          .isEqualTo(
              new Reply.Misconfigured(
                  "The request could not be signed: IllegalStateException.",
                  "Check the private key and whatever holds it."));
      assertThat(server.connections()).isZero();
    }
  }
}
