package dev.paycode.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  private static boolean isStrict(byte[] bytes) {
    return StrictJson.read(bytes, unread -> true).orElse(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " \t\r\n{} \t\r\n",
        "{\"a\":1}",
        "{\"a\":\"\\ud83d\\ude00 😀\"}",
        // what a decoder writes for bytes that are no UTF-8, sent by somebody who means it
        "{\"a\":\"\ufffd\"}",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":12345678901234567890123456789012}",
        "{\"a\":1E9999999999}",
        "{\"a\":-1e-999}",
        "{\"e\u0301\":1,\"\u00e9\":2}"
      })
  void an_object_is_read(String json) {
    assertThat(isStrict(json.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a key twice, also in disguise and further down
        "{\"a\":1,\"a\":1}",
        "{\"result\":1,\"re\\u0073ult\":2}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"a\":[{\"b\":1,\"\\u0062\":2}]}",
        "{\"a\":[{\"😀\":1,\"b\":2,\"\\ud83d\\ude00\":3}]}",
        // something after the object
        "{} {}",
        "{}x",
        "{},",
        "{}\u0000",
        "{}\u00a0",
        "{}/**/",
        "{}}",
        // no object
        "",
        " ",
        "null",
        "[]",
        "[{}]",
        "\"{}\"",
        "7",
        "true",
        // half of a surrogate pair
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"\\udc00\":1}",
        "{\"a\":[{\"b\":[\"x\\ud800\"]}]}",
        // not JSON
        "\ufeff{}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":0x1}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{/**/}",
        "{\"a\":1 // b\n}",
        "{\"a\":tru}",
        "{",
        "{\"a\":\"",
        // out of bounds
        "{\"a\":123456789012345678901234567890123}",
        "{\"a\":0.1234567890123456789012345678901234567890}"
      })
  void anything_else_is_not(String json) {
    assertThat(isStrict(json.getBytes(UTF_8))).isFalse();
  }

  /** The classes n_number, n_string, n_array and i_string of the JSON Parsing Test Suite. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "--1",
        "-01",
        "-012",
        "- 1",
        "-.1",
        "-1x",
        "-foo",
        "-NaN",
        "-Infinity",
        "+1",
        "++1",
        "+Inf",
        "00",
        "012",
        "0.e1",
        "0e",
        "0E",
        "0e+",
        "0E+",
        "0.1.2",
        "0.3e",
        "0.3e+",
        "1.0e",
        "1.0e-",
        "1.0e+",
        "1 000.0",
        "1eE2",
        "1e+-2",
        "1e++2",
        "2.",
        "2.e3",
        "2.e-3",
        "2.e+3",
        "9.e+",
        ".-1",
        ".2e-3",
        "0x1",
        "0x42",
        "1ea",
        "1a",
        "1+2",
        "1_000",
        "123\u0000",
        "\uff11",
        "Inf",
        "nan",
        "Nan",
        "1e1\u00e5",
        "'x'",
        "\"",
        "\"\"x",
        "\"\\",
        "\"\\\"",
        "\"a\u0000a\"",
        "\"new\nline\"",
        "\"\t\"",
        "\"\\\u00e5\"",
        "\"\\x00\"",
        "\"\\\\\\\"",
        "\"\\a\"",
        "\"\\u\"",
        "\"\\u00A\"",
        "\"\\uD834\\uDd\"",
        "\"\\uD800\\u\"",
        "\"\\uD800\\u1\"",
        "\"\\uD800\\u1x\"",
        "\"\\u{1}\"",
        "\\u0020\"x\"",
        "abc",
        "\u201cx\u201d",
        "\"\\uD800\"",
        "\"\\uDADA\"",
        "\"\\uDd1e\\uD834\"",
        "\"\\uD800\\uD800\\n\"",
        "\"\\uD888\\u1234\"",
        "\"\\uD800abc\"",
        "\"\\uDFAA\"",
        "[1 true]",
        "[1,,2]",
        "[,1]",
        "[1,]",
        "[,]",
        "[1:2]",
        "[x",
        "[1",
        "[\"x\"",
        "[*]",
        "[-]",
        "[1]]",
        "{\"a\":1",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{1:1}",
        "{a:1}",
        "{\"a\":1,,}",
        "{[:1}",
        "{\"a\",1}",
        "tru",
        "True",
        "nul",
        "fals",
        "true\u0000",
        "<null>",
        "[true",
        "{\"a\":true"
      })
  void what_the_test_suite_of_json_calls_none_is_refused_wherever_it_stands(String value) {
    assertThat(isStrict(("{\"a\":" + value + "}").getBytes(UTF_8))).isFalse();
    assertThat(isStrict(("{\"a\":[{\"b\":[" + value + "]}]}").getBytes(UTF_8))).isFalse();
    assertThat(isStrict(value.getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7b2261223a22ff227d", // a byte that never occurs
        "7b2261223a22c0af227d", // an overlong slash
        "7b2261223a22eda080227d", // half of a surrogate pair
        "7b2261223a22f4908080227d", // beyond Unicode
        "7b2261223a22e282227d", // cut short
        "7b2261223a2280227d", // a lone continuation
        "7b2261223a22efbfbdff227d", // such a byte beside a well-formed replacement
        "7bc0a261223a317d", // an overlong quotation mark before a name
        "efbbbf7b7d", // a mark of the byte order
        "fffe7b007d00"
      })
  void ill_formed_utf_8_is_refused(String hex) {
    assertThat(isStrict(HexFormat.of().parseHex(hex))).isFalse();
  }

  @Test
  void no_other_encoding_is_guessed() {
    String json = "{\"a\":\"é\"}";

    assertThat(isStrict(json.getBytes(UTF_16BE))).isFalse();
    assertThat(isStrict(json.getBytes(UTF_16LE))).isFalse();
    assertThat(isStrict(json.getBytes(Charset.forName("UTF-32BE")))).isFalse();
    assertThat(isStrict(json.getBytes(ISO_8859_1))).isFalse();
  }

  @Test
  void a_name_is_at_most_256_bytes_long() {
    assertThat(isStrict(named("a".repeat(256)).getBytes(UTF_8))).isTrue();
    assertThat(isStrict(named("a".repeat(257)).getBytes(UTF_8))).isFalse();
    assertThat(isStrict(named("\\u0061".repeat(257)).getBytes(UTF_8))).isFalse();
    assertThat(isStrict(named("é".repeat(129)).getBytes(UTF_8))).isFalse();
  }

  /** Somewhere in an object that nobody reads. */
  private static String named(String name) {
    return "{\"a\":[{\"" + name + "\":1}]}";
  }

  @Test
  void an_object_is_at_most_16_levels_deep() {
    assertThat(isStrict(nested(16).getBytes(UTF_8))).isTrue();
    assertThat(isStrict(nested(17).getBytes(UTF_8))).isFalse();
    assertThat(isStrict("[".repeat(60_000).getBytes(UTF_8))).isFalse();
    assertThat(isStrict("{\"a\":".repeat(12_000).getBytes(UTF_8))).isFalse();
  }

  private static String nested(int depth) {
    return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  @Fault
  void row_54_a_signed_body_that_is_not_strict_json_is_not_believed() throws Exception {
    for (String body :
        new String[] {
          Fixtures.SUCCESS + "{}",
          Fixtures.SUCCESS.replaceFirst("\\{", "{\"re\\\\u0073ult\":{},"),
          "\ufeff" + Fixtures.SUCCESS,
          "[" + Fixtures.SUCCESS + "]"
        }) {
      Handled.facing(HttpReply.signed(body)).gaveUp(Handled.ONCE, Cause.BODY_MALFORMED);
    }
  }
}
