package dev.paycode.cli;

import java.util.Locale;

/** Joins words from several places into sentences, whether they end with a full stop or not. */
final class Sentence {

  private Sentence() {}

  /** The text without a full stop at its end: something is to follow. */
  static String unended(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** The text with a capital letter at its beginning, if it begins with a letter. */
  static String begun(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The text with a small letter at its beginning: it continues a sentence. */
  static String continued(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** The text with one full stop at its end. */
  static String ended(String text) {
    return unended(text) + ".";
  }
}
