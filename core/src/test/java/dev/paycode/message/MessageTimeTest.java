package dev.paycode.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.InstantRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTimeTest {

  private static final Instant NOON = Instant.parse("2024-06-01T04:00:00Z");

  @Test
  void times_are_written_with_seconds_and_an_offset() {
    assertThat(MessageTime.print(NOON.plusNanos(999_999_999), ZoneOffset.ofHours(8)))
        .isEqualTo("2024-06-01T12:00:00+08:00");
    assertThat(MessageTime.print(NOON, ZoneOffset.UTC)).isEqualTo("2024-06-01T04:00:00+00:00");
  }

  @Property
  void parse_inverts_print_to_the_second(
      @ForAll @InstantRange(min = "1970-01-01T00:00:00Z", max = "9999-12-30T00:00:00Z")
          Instant time,
      @ForAll @IntRange(min = -18, max = 18) int hours) {
    String text = MessageTime.print(time, ZoneOffset.ofHours(hours));

    assertThat(MessageTime.parse(text)).hasValue(time.truncatedTo(ChronoUnit.SECONDS));
    assertThat(MessageTime.parseLeniently(text)).isEqualTo(MessageTime.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-01T12:00:00+08:00,2024-06-01T04:00:00Z",
    "2024-06-01T04:00:00Z,2024-06-01T04:00:00Z",
    "2025-02-20T08:51:49.09Z,2025-02-20T08:51:49.090Z",
    "2024-06-01T04:00:00.123456789+00:00,2024-06-01T04:00:00.123456789Z",
    "2020-01-01T12:01:01+08:30,2020-01-01T03:31:01Z"
  })
  void iso_times_with_an_offset_are_read(String text, Instant time) {
    assertThat(MessageTime.parse(text)).hasValue(time);
  }

  @Property
  void a_plain_time_is_the_one_that_the_formatter_reads(@ForAll @From("plain") String text) {
    assertThat(PlainTime.parse(text)).isEqualTo(byFormatter(text));
  }

  @Provide
  Arbitrary<String> plain() {
    return Combinators.combine(
            twoDigits(31), twoDigits(14), twoDigits(33), twoDigits(26), twoDigits(62), offsets())
        .as(
            (year, month, day, hour, minute, offset) ->
                "20" + year + "-" + month + "-" + day + "T" + hour + ":" + minute + ":59" + offset);
  }

  private static Arbitrary<String> offsets() {
    return Combinators.combine(Arbitraries.of("+", "-"), twoDigits(20), twoDigits(61))
        .as((sign, hours, minutes) -> sign + hours + ":" + minutes);
  }

  private static Arbitrary<String> twoDigits(int most) {
    return Arbitraries.integers().between(0, most).map(number -> String.format("%02d", number));
  }

  private static Optional<Instant> byFormatter(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant());
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-06-01T12:00:00",
        "2024-06-01",
        "2024-06-01T24:00:00Z",
        "2024-06-01T12:00:60Z",
        "2024-06-31T12:00:00Z",
        "2024-06-01T12:00:00.1234567890Z",
        "+10000-01-01T00:00:00Z",
        "1717214400000",
        "20240601120000+0800",
        " 2024-06-01T12:00:00Z",
        "２０２４-06-01T12:00:00Z"
      })
  void other_texts_are_no_times_of_a_code(String text) {
    assertThat(MessageTime.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-06-01T12:00:00+08:00",
        "2024-06-01T04:00:00Z",
        "1717214400000",
        "20240601120000+0800"
      })
  void a_header_may_name_its_time_in_every_form_that_is_seen(String text) {
    assertThat(MessageTime.parseLeniently(text)).hasValue(NOON);
  }

  @Property
  void no_text_makes_reading_throw(@ForAll @From("timelike") String text) {
    assertThat(MessageTime.parseLeniently(text)).isNotNull();
    if (text.length() > 40) {
      assertThat(MessageTime.parse(text)).isEmpty();
    }
  }

  @Provide
  static Arbitrary<String> timelike() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("0123456789-+:.TZ ").ofMaxLength(60));
  }
}
