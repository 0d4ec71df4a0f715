package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformLogsTest {

  private static final String HTTP = "jdk.httpclient.HttpClient.log";

  /** Tries it while the property has that value. */
  private static void whileSet(String property, String value, Runnable trial) {
    System.setProperty(property, value);
    try {
      trial.run();
    } finally {
      System.clearProperty(property);
    }
  }

  @ParameterizedTest
  @CsvSource({
    HTTP + ", headers",
    HTTP + ", 'requests, Headers'",
    HTTP + ", ALL",
    HTTP + ", content",
    HTTP + ", 'ssl,errors'",
    "jdk.internal.httpclient.hpack.log.level, NORMAL",
    "javax.net.debug, all",
    "javax.net.debug, 'ssl:record:Plaintext'",
    "javax.net.debug, ''"
  })
  void no_gateway_is_built_while_java_logs_what_calls_carry(String property, String value) {
    whileSet(
        property,
        value,
        () ->
            assertThatIllegalStateException()
                .isThrownBy(
                    () -> Fixtures.gatewayAt(Fixtures.foreign("https://gateway.example")).build())
                .withMessageContaining("The property " + property + " is '" + value + "'")
                .withMessageContaining("start Java without it"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "requests,frames:all,ssl,trace,channel", "nothing"})
  void what_tells_only_that_there_was_a_call_may_be_logged(String value) {
    whileSet(HTTP, value, PlatformLogsTest::isAllowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssl", "ssl:handshake:verbose", "ssl:record:packet"})
  void tls_may_be_logged_without_what_it_protects(String value) {
    whileSet("javax.net.debug", value, PlatformLogsTest::isAllowed);
  }

  private static void isAllowed() {
    assertThatCode(PlatformLogs::requireDiscretion).doesNotThrowAnyException();
  }
}
