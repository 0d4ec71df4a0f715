package dev.paycode.cli;

import java.nio.file.Path;

/** What somebody may give to an option, right or wrong. */
enum AnyValue {
  EMPTY(""),
  BLANK(" "),
  WORD("word"),
  ZERO("0"),
  NEGATIVE("-1"),
  DECIMAL("1.5"),
  OVERFLOW("9".repeat(15)),
  URL("ftp://example.com/x"),
  NON_ASCII("ä"),
  NUL("a\0b"),
  BELL("a\u0007b"),
  LINE_END("a\nb"),
  LONG("x".repeat(5000)),
  LONG_NAME("x".repeat(256)),
  DIRECTORY("."),
  MISSING("missing/file"),
  NOT_UTF8("not-utf8");

  private final String text;

  AnyValue(String text) {
    this.text = text;
  }

  /** Its text; those that are paths lead into this directory. */
  String in(Path directory) {
    return switch (this) {
      case LONG_NAME, DIRECTORY, MISSING, NOT_UTF8 -> directory.resolve(text).toString();
      default -> text;
    };
  }
}
