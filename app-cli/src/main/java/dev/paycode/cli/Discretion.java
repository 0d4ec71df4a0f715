package dev.paycode.cli;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of texts for people what they may hold although they should not. */
final class Discretion {

  private static final Pattern KEY =
      Pattern.compile(
          "(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [^-]*-----|$)", Pattern.DOTALL);

  /** Nobody reads it to its end, and a key that stands in the place of its file is as long. */
  private static final Pattern LONG = Pattern.compile("'([^']{32})[^']{256,}'");

  private static final Pattern DIGITS = Pattern.compile("[0-9]{12,28}([0-9]{4})");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_=-]{100,}");

  /** What follows an option that nobody knows: it may be a password in spite of the help. */
  private static final Pattern VALUE_OF_UNKNOWN =
      Pattern.compile("(Unknown options?: .*'--[^=']*)=[^']*'");

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

  /** What the parser says of these arguments, whose values may stand in the place of others. */
  static String arguments(String text, List<String> args) {
    String masked = VALUE_OF_UNKNOWN.matcher(text).replaceAll("$1'");
    for (int at = 1; at < args.size(); at++) {
      if (args.get(at - 1).matches("--?pass[a-z]*") && !args.get(at).startsWith("--")) {
        masked = masked.replace("'" + args.get(at) + "'", "'****'");
      }
    }
    return anything(masked);
  }
}
