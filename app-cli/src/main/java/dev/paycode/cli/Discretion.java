package dev.paycode.cli;

import java.util.regex.Pattern;

/** Takes out of texts for people what they may hold although they should not. */
final class Discretion {

  private static final Pattern KEY =
      Pattern.compile(
          "(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [^-]*-----|$)", Pattern.DOTALL);

  /** Nobody reads it to its end, and a key that stands in the place of its file is as long. */
  private static final Pattern LONG =
      Pattern.compile("'([^'\\s]{32})(?:[^'\\s]{256,}|[A-Za-z0-9+/=\\s]{256,})'");

  private static final Pattern DIGITS = Pattern.compile("[0-9]{12,}([0-9]{4})");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_=-]{100,}");

  private Discretion() {}

  /** A text of our own as one line without anything that a terminal would obey. */
  static String line(String text) {
    return message(text).replaceAll("\\R", " ").replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
  }

  /** What the user gave for a path or a name: without a key that stands in its place. */
  static String value(String text) {
    String quoted = message("'" + text + "'");
    return quoted.substring(1, quoted.length() - 1);
  }

  /** A text of our own, that may repeat what the user gave for a path or a name. */
  private static String message(String text) {
    return LONG.matcher(KEY.matcher(text).replaceAll("$1****")).replaceAll("'$1…'");
  }

  /** A text that may repeat anything, from the command line or from a library. */
  static String anything(String text) {
    return DIGITS.matcher(BASE64.matcher(message(text)).replaceAll("****")).replaceAll("****$1");
  }
}
