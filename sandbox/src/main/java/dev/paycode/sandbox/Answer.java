package dev.paycode.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it goes over the wire. Immutable; {@link #toString()} tells no header and no body.
 */
final class Answer {

  private final int status;
  private final Map<String, String> headers;
  private final String body;

  Answer(int status, Map<String, String> headers, String body) {
    this.status = status;
    this.headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    this.body = body;
  }

  /** The same without that header. */
  Answer without(String header) {
    Map<String, String> rest = new TreeMap<>(headers);
    rest.remove(header);
    return new Answer(status, rest, body);
  }

  /** The same with another body; the signature stays that of the old one. */
  Answer withBody(String other) {
    return new Answer(status, headers, other);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Answer[" + status + ", " + body.length() + " characters]";
  }
}
