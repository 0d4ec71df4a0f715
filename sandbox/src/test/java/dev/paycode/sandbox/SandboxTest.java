package dev.paycode.sandbox;

import static dev.paycode.sandbox.Fixture.code;
import static dev.paycode.sandbox.Fixture.options;
import static dev.paycode.sandbox.Fixture.send;
import static dev.paycode.sandbox.TestRequest.anyRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {

  @Test
  void it_listens_on_the_loopback_address_at_any_free_port() throws Exception {
    try (Sandbox one = Sandbox.start(options());
        Sandbox other = Sandbox.start(options())) {
      assertThat(one.uri().toString()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]*");
      assertThat(one.uri()).isNotEqualTo(other.uri());
      assertThat(one).hasToString("Sandbox[" + one.uri() + "]");
    }
  }

  @Test
  void a_port_in_use_is_named() throws Exception {
    try (Sandbox first = Sandbox.start(options())) {
      int port = first.uri().getPort();
      assertThatThrownBy(() -> Sandbox.start(options().onPort(port)))
          .isInstanceOf(BindException.class)
          .hasMessage(
              "port "
                  + port
                  + " cannot be used on 127.0.0.1; choose another, or 0 for any free one");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void a_port_that_cannot_be_is_refused(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options().onPort(port))
        .withMessage("port " + port + " is not 0 to 65535; 0 means any free one");
  }

  @Test
  void closing_frees_the_port_and_ends_the_threads() throws Exception {
    Sandbox sandbox = Sandbox.start(options());
    assertThat(code(send(sandbox, anyRequest()))).isEqualTo("SUCCESS");
    List<Thread> before = sandboxThreads();
    sandbox.close();
    sandbox.close();

    assertThat(before).isNotEmpty().allMatch(Thread::isDaemon);
    for (Thread thread : before) {
      // A pool has ended a moment before its last thread has.
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
    try (Sandbox next = Sandbox.start(options().onPort(sandbox.uri().getPort()))) {
      assertThat(code(send(next, anyRequest()))).isEqualTo("SUCCESS");
    }
  }

  private static List<Thread> sandboxThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("paycode-sandbox"))
        .toList();
  }

  @Test
  void it_knows_the_client_and_the_key_version_it_was_told() throws Exception {
    SandboxOptions options =
        options().knowing(ClientId.parse("OTHER")).withKeyVersion(KeyVersion.parse("2"));
    try (Sandbox sandbox = Sandbox.start(options)) {
      assertThat(sandbox.clientId()).hasToString("OTHER");
      assertThat(sandbox.keyVersion()).hasToString("2");
      assertThat(code(send(sandbox, anyRequest()))).isEqualTo("INVALID_CLIENT");
      TestRequest other = anyRequest().with("Client-Id", "OTHER");
      assertThat(code(send(sandbox, other.signed(TestRequest.KEYS.mppPrivateKey()))))
          .isEqualTo("KEY_NOT_FOUND");
    }
  }

  @Test
  void nothing_secret_is_in_what_it_prints() {
    assertThat(TestRequest.KEYS).hasToString("SandboxKeys");
    assertThat(options().toString()).doesNotContain("RSA");
    assertThat(anyRequest().received().toString()).doesNotContain("signature", "1234567890123456");
    assertThat(Answer.of(200, Map.of("Signature", List.of("x")), new byte[6]))
        .hasToString("Answer[200, 6 bytes]");
  }
}
