package dev.paycode.cli;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of texts for people what they may hold although they should not. */
final class Discretion {

  private static final Pattern KEY =
      Pattern.compile(
          "(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [^-]*-----|$)", Pattern.DOTALL);

  /** Nobody reads it to its end, and a key that stands in the place of its file is as long. */
  private static final Pattern LONG = Pattern.compile("'([^'\\s]{32})[^'\\s]{256,}'");

  private static final Pattern DIGITS = Pattern.compile("[0-9]{12,}([0-9]{4})");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_=-]{100,}");

  private Discretion() {}

  /** A text of our own as one line without anything that a terminal would obey. */
  static String line(String text) {
    return message(text).replaceAll("\\R", " ").replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
  }

  /** A text of our own, that may repeat what the user gave for a path or a name. */
  private static String message(String text) {
    return LONG.matcher(KEY.matcher(text).replaceAll("$1****")).replaceAll("'$1…'");
  }

  /** A text that may repeat anything, from the command line or from a library. */
  static String anything(String text) {
    return DIGITS.matcher(BASE64.matcher(message(text)).replaceAll("****")).replaceAll("****$1");
  }

  /**
   * What the parser says of these arguments, without what may be a password in spite of the help:
   * the value of an option that nobody knows, and what follows {@code --password}.
   */
  static String arguments(String text, List<String> args) {
    String masked = text;
    for (int at = 0; at < args.size(); at++) {
      String arg = args.get(at);
      if (at > 0 && args.get(at - 1).matches("--?pass[a-z]*") && !arg.startsWith("--")) {
        masked = masked.replace("'" + arg + "'", "'****'");
      }
      if (text.contains("Unknown option") && arg.startsWith("-") && arg.contains("=")) {
        masked = masked.replace("'" + arg + "'", "'" + arg.substring(0, arg.indexOf('=')) + "'");
      }
    }
    return anything(masked);
  }
}
