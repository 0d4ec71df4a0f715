package dev.paycode.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedContentTest {

  private static final String PATH = "/aps/api/v1/codes/getPaymentCode";
  private static final ClientId CLIENT = ClientId.parse("SANDBOX_5X00000000000000");
  private static final String BODY =
      "{\"region\":\"JP\",\"customerId\":\"1234567890123456\",\"codeQuantity\":\"2\","
          + "\"env\":{\"deviceTokenId\":\"device-0001\"}}";

  @Test
  void the_content_is_the_one_of_the_protocols_vector() throws Exception {
    byte[] content =
        SignedContent.of(PATH, CLIENT, "2024-06-01T12:00:00+08:00", utf8(BODY)).bytes();

    assertThat(content).hasSize(193);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
        .isEqualTo("840e63f2318ccfbf536391b4bc1cbdda12d1cc7b8295b2cded11c92a241407d2");
  }

  @Test
  void the_body_is_taken_byte_for_byte() {
    byte[] body = {'{', (byte) 0xff, '\r', '\n', 0, '}'};

    byte[] content = SignedContent.of("/p", CLIENT, "t", body).bytes();

    assertThat(content).endsWith(body).startsWith(utf8("POST /p\nSANDBOX_5X00000000000000.t."));
  }

  @Test
  void the_content_cannot_be_changed_and_is_not_shown() {
    byte[] body = utf8("{}");
    SignedContent content = SignedContent.of("/p", CLIENT, "t", body);
    body[0] = 'x';
    content.bytes()[0] = 'x';

    assertThat(new String(content.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("POST /p\nSANDBOX_5X00000000000000.t.{}");
    assertThat(content).hasToString("SignedContent[37 bytes]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "a\r\nInjected: 1", "ä", "\u007f"})
  void a_client_id_that_would_change_a_header_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientId.parse(text))
        .withMessageMatching(
            "client id '[ -~]*' is not 1 to 128 visible ASCII characters; copy it from the"
                + " developer console");
  }

  @Test
  void a_client_id_has_at_most_128_characters() {
    assertThat(ClientId.parse("a".repeat(128))).hasToString("a".repeat(128));
    assertThatIllegalArgumentException().isThrownBy(() -> ClientId.parse("a".repeat(129)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 ", "v1.0", "12345678901234567", "\n"})
  void a_key_version_that_is_none_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyVersion.parse(text))
        .withMessage(
            "key version '"
                + text.replace('\n', '?')
                + "' is not 1 to 16 letters and digits; use the number shown in the developer"
                + " console");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
