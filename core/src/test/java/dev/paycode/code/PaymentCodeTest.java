package dev.paycode.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentCodeTest {

  @Property
  void parse_and_reveal_are_inverse(@ForAll("digits") String digits) {
    assertThat(PaymentCode.parse(digits).reveal()).isEqualTo(digits);
  }

  @Property
  void the_mask_shows_the_last_four_digits_and_no_more(@ForAll("digits") String digits) {
    String shown = PaymentCode.parse(digits).toString();

    assertThat(shown).hasSameSizeAs(digits).endsWith(digits.substring(digits.length() - 4));
    assertThat(shown.substring(0, shown.length() - 4)).matches("\\*+");
  }

  @Property
  void codes_are_equal_when_their_digits_are(
      @ForAll("digits") String some, @ForAll("digits") String others) {
    assertThat(PaymentCode.parse(some)).isEqualTo(PaymentCode.parse(some));
    assertThat(PaymentCode.parse(some)).hasSameHashCodeAs(PaymentCode.parse(some));
    assertThat(PaymentCode.parse(some).equals(PaymentCode.parse(others)))
        .isEqualTo(some.equals(others));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "281006020000000",
        "281006020000000000125733281006020",
        "28100602000000000012573x",
        " 281006020000000000125733",
        "281006020000000000125733\n",
        "２８１００６０２０００００００００",
        "-81006020000000000125733"
      })
  void other_texts_are_refused_without_being_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentCode.parse(text))
        .withMessageStartingWith(
            "A payment code is 16 to 32 digits 0-9, but this text has " + text.length())
        .satisfies(
            refusal -> {
              if (text.length() > 4) {
                assertThat(refusal).message().doesNotContain(text.substring(text.length() - 4));
              }
            });
  }

  @Test
  void the_message_tells_a_wrong_length_from_wrong_characters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentCode.parse("123"))
        .withMessage("A payment code is 16 to 32 digits 0-9, but this text has 3 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentCode.parse("12345678901234567:"))
        .withMessage(
            "A payment code is 16 to 32 digits 0-9, but this text has 18 characters, not all of"
                + " them digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentCode.parse("12345678901234567/"))
        .withMessageEndingWith("not all of them digits");
  }

  @Test
  void a_code_cannot_be_serialized_by_accident() {
    assertThat(PaymentCode.parse("281006020000000000125733")).isNotInstanceOf(Serializable.class);
  }

  @Provide
  static Arbitrary<String> digits() {
    return Arbitraries.strings().numeric().ofMinLength(16).ofMaxLength(32);
  }
}
