package dev.paycode.http;

import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Headers that the caller adds to every request. They are not signed. Its text form has the names
 * only.
 */
final class CustomHeaders {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_VALUE = 4096;

  /** A token of RFC 9110 §5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");

  /** Set by this library, or such as change how the message is framed, encoded or authenticated. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept-encoding",
          "agent-token",
          "client-id",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "request-time",
          "signature",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Adds a header of any name that is free. */
  void add(String name, String value) {
    requireFree(name);
    set(name, value);
  }

  /** Adds a header that this library knows. */
  void set(String name, String value) {
    requirePrintable(name, value);
    values.put(name, value);
  }

  private void requireFree(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A header's name is 1 to "
              + LONGEST_NAME
              + " letters, digits or marks without blanks, not '"
              + name.replaceAll("[^!-~]", "?")
              + "'");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (RESERVED.contains(lower) || lower.startsWith("proxy-")) {
      throw new IllegalArgumentException(
          "The header " + name + " belongs to the protocol and cannot be set; leave it out");
    }
    if (values.containsKey(name)) {
      throw new IllegalArgumentException("The header " + name + " is given twice; give it once");
    }
  }

  /** The message does not repeat the value, which may be a secret. */
  private static void requirePrintable(String name, String value) {
    IntPredicate unprintable = character -> character < ' ' || character > '~';
    if (value.isBlank() || value.length() > LONGEST_VALUE || value.chars().anyMatch(unprintable)) {
      throw new IllegalArgumentException(
          "The value of the header "
              + name
              + " must be 1 to "
              + LONGEST_VALUE
              + " printable ASCII characters, not all blank; the one given has "
              + value.length()
              + value
                  .chars()
                  .filter(unprintable)
                  .mapToObj(character -> String.format(", among them U+%04X", character))
                  .findFirst()
                  .orElse(""));
    }
  }

  /** Puts the headers that there are now on a request. */
  Consumer<HttpRequest.Builder> additions() {
    Map<String, String> copy = Map.copyOf(values);
    return request -> copy.forEach(request::header);
  }

  @Override
  public String toString() {
    return "CustomHeaders" + values.keySet();
  }
}
