package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://open-sea-global.alipayplus.com, https://open-sea-global.alipayplus.com",
    "https://open-sea-global.alipayplus.com/, https://open-sea-global.alipayplus.com",
    "HTTPS://Open-Sea.AlipayPlus.com:8443, https://open-sea.alipayplus.com:8443",
    "https://alipayplus.com, https://alipayplus.com",
    "https://127.0.0.1, https://127.0.0.1",
    "https://localhost:8443, https://localhost:8443",
    "http://localhost:8080, http://localhost:8080",
    "http://LOCALHOST, http://localhost",
    "http://127.0.0.1:1, http://127.0.0.1:1",
    "http://127.255.255.254:65535, http://127.255.255.254:65535",
    "http://[::1]:8080, http://[::1]:8080"
  })
  void an_address_is_scheme_host_and_port(String text, String printed) {
    assertThat(GatewayAddress.parse(text)).hasToString(printed);
    assertThat(GatewayAddress.parse(printed)).isEqualTo(GatewayAddress.parse(text));
    assertThat(GatewayAddress.parse(text).endpoint())
        .hasToString(printed + "/aps/api/v1/codes/getPaymentCode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://open-sea-global.alipayplus.com",
        "http://127.0.0.1.example.com",
        "http://127.0.0.256",
        "http://127.1",
        "http://localhost.example.com",
        "http://192.168.0.1",
        "http://0.0.0.0",
        "http://[::2]",
        "ftp://localhost",
        "open-sea-global.alipayplus.com",
        "localhost:8080",
        "https://",
        "https:///path",
        "https://host/aps",
        "https://host//",
        "https://host?x=1",
        "https://host#x",
        "https://host:0",
        "https://host:65536",
        "https://ho st",
        "https://ho_st",
        ""
      })
  void anything_else_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GatewayAddress.parse(text))
        .withMessageStartingWith("gateway address '" + text.replace(' ', '?') + "' ")
        .withMessageEndingWith(
            "; use https://host or https://host:port (http only to localhost), such as"
                + " https://open-sea-global.alipayplus.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gateway.example",
        "https://192.0.2.1",
        "https://alipayplus.com.example",
        "https://notalipayplus.com",
        "https://alipayplus.com.",
        "https://alipay.com",
        "https://localhost.example"
      })
  void a_host_that_is_not_alipayplus_s_is_called_only_if_it_is_allowed_by_name(String text) {
    String host = URI.create(text).getHost();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> GatewayAddress.parse(text, Set.of("other." + host)))
        .withMessageStartingWith(
            "gateway address '"
                + text
                + "' names a host that is neither Alipay+'s (*.alipayplus.com) nor this machine,"
                + " nor allowed by name; use ");
    assertThat(GatewayAddress.parse(text, Set.of(host.toUpperCase(Locale.ROOT)))).hasToString(text);
  }

  @Test
  void allowing_a_host_allows_nothing_else() {
    Set<String> allowed = Set.of("gateway.example");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> GatewayAddress.parse("http://gateway.example", allowed))
        .withMessageContaining("is not encrypted and leaves this machine");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GatewayAddress.parse("https://gateway.example/path", allowed));
    assertThat(GatewayAddress.parse("https://open-na.alipayplus.com", allowed))
        .hasToString("https://open-na.alipayplus.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:hunter2@host",
        "https://user:hunter2@ho st",
        "https://a@b:hunter2@host"
      })
  void a_password_is_refused_and_not_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GatewayAddress.parse(text))
        .withMessageStartingWith("gateway address '****@")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void a_very_long_address_is_not_repeated_in_full() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GatewayAddress.parse("x".repeat(10_000)))
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(500));
  }
}
