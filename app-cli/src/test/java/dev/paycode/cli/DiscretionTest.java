package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What errors and stack traces leave out. */
class DiscretionTest {

  @ParameterizedTest
  @CsvSource({
    "code 281006029347561820475733!, code ****5733!",
    "12345678901234567890123456789012345678901234, ****1234",
    "order 123456789012345, order 123456789012345"
  })
  void runs_of_16_digits_or_more_are_masked_but_for_the_last_four(String text, String told) {
    assertThat(Discretion.anything(text)).isEqualTo(told);
  }

  @Test
  void what_looks_like_a_key_or_a_signature_is_masked() {
    assertThat(Discretion.anything("signature=" + "aB3/".repeat(30) + ".")).isEqualTo("****.");
    assertThat(Discretion.anything("dev.paycode.cli.Main".repeat(10))).contains("Main");
  }

  @Test
  void a_private_key_in_the_place_of_its_file_is_masked() {
    String key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----";

    assertThat(Discretion.line("key file '" + key + "' does not exist"))
        .isEqualTo("key file '-----BEGIN PRIVATE KEY-----****' does not exist");
    assertThat(Discretion.line("key file '" + "M".repeat(1600) + "' does not exist"))
        .isEqualTo("key file '" + "M".repeat(32) + "…' does not exist");
    assertThat(Discretion.line("key file '" + ("M".repeat(64) + "\n").repeat(25) + "' is none"))
        .isEqualTo("key file '" + "M".repeat(32) + "…' is none");
    assertThat(Discretion.value(key)).isEqualTo("-----BEGIN PRIVATE KEY-----****");
    assertThat(Discretion.value("M".repeat(1600))).isEqualTo("M".repeat(32) + "…");
  }

  @Test
  void names_and_what_stands_between_them_are_told() {
    String told = "'a' is none of " + "two words, ".repeat(40) + "but 'b' is";

    assertThat(Discretion.line(told)).isEqualTo(told);
    assertThat(Discretion.value("/home/me/my keys/our-private-key.pem"))
        .isEqualTo("/home/me/my keys/our-private-key.pem");
  }

  @Test
  void a_line_has_nothing_that_a_terminal_obeys() {
    assertThat(Discretion.line("a\nb\u001b[31m\u202e")).isEqualTo("a b?[31m?");
  }
}
