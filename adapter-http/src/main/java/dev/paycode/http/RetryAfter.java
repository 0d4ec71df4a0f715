package dev.paycode.http;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Retry-After} (RFC 9110 §10.2.3): seconds or an HTTP date. */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
  private static final int LONGEST = 40;

  private RetryAfter() {}

  /** How long to wait from {@code now}; zero where the header is missing, past or unreadable. */
  static Duration hint(Optional<String> header, Instant now) {
    return header
        .filter(text -> text.length() <= LONGEST)
        .map(text -> hint(text, now))
        .filter(hint -> !hint.isNegative())
        .orElse(Duration.ZERO);
  }

  private static Duration hint(String text, Instant now) {
    if (SECONDS.matcher(text).matches()) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      return Duration.between(now, RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException garbage) {
      return Duration.ZERO;
    }
  }
}
