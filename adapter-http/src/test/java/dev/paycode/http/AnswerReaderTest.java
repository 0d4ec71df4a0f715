package dev.paycode.http;

import static dev.paycode.http.Fixtures.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read in one pass is what a tree would tell. */
class AnswerReaderTest {

  private static final Reply MALFORMED = new Reply.NoResult(Cause.BODY_MALFORMED);

  private static VerifiedBody verified(byte[] body) {
    return new VerifiedBody(body, NOW, KeyVersion.FIRST);
  }

  private static Reply read(String json) {
    return AnswerReader.read(verified(json.getBytes(UTF_8)));
  }

  private static void requireReadAsTree(byte[] body) {
    assertThat(AnswerReader.read(verified(body))).isEqualTo(TreeReader.read(verified(body)));
  }

  @Property
  void an_answer_is_read_as_from_a_tree(@ForAll("answers") String answer) {
    Statistics.collect(read(answer).getClass().getSimpleName());
    Statistics.coverage(
        coverage -> {
          coverage.check("Answer").percentage(share -> share > 10);
          coverage.check("NoResult").percentage(share -> share > 10);
        });

    requireReadAsTree(answer.getBytes(UTF_8));
  }

  @Property
  void an_answer_with_another_text_in_it_is_read_as_from_a_tree(
      @ForAll("answers") String answer,
      @ForAll @IntRange(max = 2_000) int place,
      @ForAll @IntRange(max = 8) int cut,
      @ForAll("splices") String splice) {
    int start = place % answer.length();
    int end = Math.min(answer.length(), start + cut);

    requireReadAsTree(
        (answer.substring(0, start) + splice + answer.substring(end)).getBytes(UTF_8));
  }

  @Property
  void an_answer_with_another_byte_in_it_is_read_as_from_a_tree(
      @ForAll("answers") String answer,
      @ForAll @IntRange(max = 2_000) int place,
      @ForAll byte other) {
    byte[] body = answer.getBytes(UTF_8);
    body[place % body.length] = other;

    requireReadAsTree(body);
  }

  @Provide
  Arbitrary<String> answers() {
    return AnswerTexts.any();
  }

  @Provide
  Arbitrary<String> splices() {
    return AnswerTexts.splices();
  }

  @Test
  void an_answer_that_is_cut_short_is_none() {
    byte[] whole = Fixtures.SUCCESS.strip().getBytes(UTF_8);

    assertThat(AnswerReader.read(verified(whole)).codeCount()).isEqualTo(2);
    assertThat(IntStream.range(0, whole.length))
        .allSatisfy(
            length ->
                assertThat(AnswerReader.read(verified(Arrays.copyOf(whole, length))))
                    .isEqualTo(MALFORMED));
  }

  /** What breaks the rules after all known fields, or within an unknown one, costs the answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":1}",
        "[[{\"b\":{\"a\":1,\"a\":1}}]]",
        "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
        "123456789012345678901234567890123",
        "[0.12345678901234567890123456789012]",
        "\"\\ud800\"",
        "[{\"\\udc00\":1}]",
        "\"\\x\"",
        "\"\u0000\"",
        "\ufeff1",
        "tru",
        "[1,]",
        "1}",
        "{}}{"
      })
  void nothing_wrong_hides_in_an_unknown_field(String value) {
    String unknown = ",\"unknown\":" + value + "}";

    assertThat(read(Fixtures.SUCCESS.strip().replaceFirst("}$", ",\"unknown\":{}}")).codeCount())
        .isEqualTo(2);
    assertThat(read(Fixtures.SUCCESS.strip().replaceFirst("}$", "") + unknown))
        .isEqualTo(MALFORMED);
    assertThat(read("{\"unknown\":" + value + "," + Fixtures.SUCCESS.strip().substring(1)))
        .isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "result, RESULT_MISSING",
    "resultStatus, RESULT_MISSING",
    "resultCode, RESULT_MISSING",
    "paymentCodeInfoList, CODES_MALFORMED",
    "paymentCode, CODES_MALFORMED",
    "codeValidityStartTime, CODES_MALFORMED",
    "codeExpiryTime, CODES_MALFORMED"
  })
  void a_known_field_of_another_type_counts_as_one_without_a_value(String name, Cause cause) {
    String answer = Fixtures.success(Fixtures.entry(Fixtures.FIRST_CODE));
    for (String other : new String[] {"7", "true", "{\"a\":{}}", "[{\"a\":[]}]"}) {
      assertThat(read(withOther(answer, name, other)))
          .as(other)
          .isEqualTo(new Reply.NoResult(cause));
    }
  }

  /** The answer with this in the place of the field's text, object or list. */
  private static String withOther(String answer, String name, String other) {
    return answer.replaceFirst(
        "\"" + name + "\":(\"[^\"]*\"|\\{[^}]*}|\\[.*])", "\"" + name + "\":" + other);
  }
}
