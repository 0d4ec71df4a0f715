package dev.paycode.cli;

/** Joins words from several places into sentences, whether they end with a full stop or not. */
final class Sentence {

  private Sentence() {}

  /** The text without a full stop at its end: something is to follow. */
  static String unended(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** The text with one full stop at its end. */
  static String ended(String text) {
    return unended(text) + ".";
  }
}
