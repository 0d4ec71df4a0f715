package dev.paycode.http;

import dev.paycode.handling.Cause;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What the headers say about where the body ends. The HTTP client picks one meaning where they have
 * two, and so may take a part of one answer for the next.
 */
final class Framing {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private Framing() {}

  /** Why a body with these headers is not read; empty if it may be. */
  static Optional<Cause> objection(HttpHeaders headers) {
    List<String> lengths = headers.allValues("Content-Length");
    if (lengths.isEmpty()) {
      return Optional.empty();
    }
    if (lengths.size() > 1) {
      return Optional.of(Cause.HEADER_REPEATED);
    }
    return objection(lengths.get(0), headers.firstValue("Transfer-Encoding").isPresent());
  }

  private static Optional<Cause> objection(String length, boolean alsoChunked) {
    if (alsoChunked || !LENGTH.matcher(length).matches()) {
      return Optional.of(Cause.BODY_MALFORMED);
    }
    return Long.parseLong(length) > BoundedBody.LONGEST
        ? Optional.of(Cause.BODY_TOO_LARGE)
        : Optional.empty();
  }

  /** The length that the headers announce; empty if they announce none. */
  static OptionalLong announcedLength(HttpHeaders headers) {
    return headers.allValues("Content-Length").stream()
        .filter(length -> LENGTH.matcher(length).matches())
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
