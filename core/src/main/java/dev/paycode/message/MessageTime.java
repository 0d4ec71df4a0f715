package dev.paycode.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The times in headers and bodies: one way to write them, several to read them (protocol.md §1).
 *
 * <p>Written as ISO 8601 with seconds and an explicit offset, {@code 2024-06-01T12:00:00+08:00}.
 */
public final class MessageTime {

  private static final int LONGEST = 40;
  private static final int YEAR_DIGITS = 4;
  private static final Pattern EPOCH_MILLIS = Pattern.compile("[0-9]{13}");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssXX");

  private MessageTime() {}

  /** The time as it is sent: whole seconds (the fraction is cut off), with this offset. */
  public static String print(Instant time, ZoneOffset offset) {
    return WRITTEN.format(time.truncatedTo(ChronoUnit.SECONDS).atOffset(offset));
  }

  /**
   * The instant that an ISO 8601 text with an offset or {@code Z} names, with or without a fraction
   * of up to nine digits; empty for every other text. Never throws.
   */
  public static Optional<Instant> parse(String text) {
    return PlainTime.parse(text).or(() -> parseIso(text));
  }

  private static Optional<Instant> parseIso(String text) {
    boolean hasYearOfFourDigits = text.indexOf('-') == YEAR_DIGITS;
    return hasYearOfFourDigits
        ? parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        : Optional.empty();
  }

  /**
   * The instant that a header's text names, in any form that Alipay's own software sends: ISO 8601
   * with an offset, epoch milliseconds, or {@code 20240601120000+0800}. Never throws.
   */
  public static Optional<Instant> parseLeniently(String text) {
    if (EPOCH_MILLIS.matcher(text).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    return parse(text).or(() -> parse(text, COMPACT));
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text, format).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
