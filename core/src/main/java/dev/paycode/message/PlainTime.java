package dev.paycode.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The form that the times of messages nearly always have, {@code 2024-06-01T12:00:00+08:00} or with
 * {@code Z}: read by its positions, since an answer has twenty of them and a formatter takes longer
 * for these than all the rest of reading does.
 */
final class PlainTime {

  private static final String DATE_AND_TIME = "0000-00-00T00:00:00";
  private static final String OFFSET = "00:00";
  private static final int OFFSET_AT = DATE_AND_TIME.length();

  private PlainTime() {}

  /** The instant that a text of this form names; empty for every other text. Never throws. */
  static Optional<Instant> parse(String text) {
    try {
      return isPlain(text)
          ? Optional.of(Instant.ofEpochSecond(localSecond(text) - offset(text)))
          : Optional.empty();
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(String text) {
    return isLike(DATE_AND_TIME, text, 0) && (endsInZ(text) || endsInOffset(text));
  }

  private static boolean endsInZ(String text) {
    return text.length() == OFFSET_AT + 1 && text.charAt(OFFSET_AT) == 'Z';
  }

  private static boolean endsInOffset(String text) {
    return text.length() == OFFSET_AT + 1 + OFFSET.length()
        && "+-".indexOf(text.charAt(OFFSET_AT)) >= 0
        && isLike(OFFSET, text, OFFSET_AT + 1);
  }

  /** Whether the text has from there a digit for each of the form's, and else its signs. */
  private static boolean isLike(String form, String text, int from) {
    if (text.length() < from + form.length()) {
      return false;
    }
    for (int index = 0; index < form.length(); index++) {
      char found = text.charAt(from + index);
      boolean fits = form.charAt(index) == '0' ? isDigit(found) : found == form.charAt(index);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** The seconds since 1970 by a clock that shows the text's date and time in UTC. */
  private static long localSecond(String text) {
    LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
    return date.toEpochSecond(time, ZoneOffset.UTC);
  }

  /** By how many seconds that clock is ahead of UTC. */
  private static int offset(String text) {
    if (endsInZ(text)) {
      return 0;
    }
    int sign = text.charAt(OFFSET_AT) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
            sign * number(text, OFFSET_AT + 1, OFFSET_AT + 3),
            sign * number(text, OFFSET_AT + 4, OFFSET_AT + 6))
        .getTotalSeconds();
  }

  /** The number that these digits write. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int index = from; index < to; index++) {
      number = number * 10 + (text.charAt(index) - '0');
    }
    return number;
  }
}
