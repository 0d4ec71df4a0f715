package dev.paycode.request;

/**
 * The rules every free text of a request obeys: present, bounded, printable, encodable as UTF-8.
 */
final class RequestText {

  private RequestText() {}

  /**
   * The text itself, if it obeys the rules.
   *
   * @param name the protocol's name of the field, for the message
   * @param longest the greatest length in characters (Unicode code points)
   */
  static String checked(String name, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          name + " is blank; it must have 1 to " + longest + " characters");
    }
    if (length > longest) {
      throw new IllegalArgumentException(
          name + " has " + length + " characters; it must have 1 to " + longest);
    }
    text.codePoints()
        .filter(RequestText::isForbidden)
        .findFirst()
        .ifPresent(
            codePoint -> {
              throw new IllegalArgumentException(
                  String.format(
                      "%s contains the character U+%04X; control characters and lone surrogates are"
                          + " not allowed",
                      name, codePoint));
            });
    return text;
  }

  private static boolean isForbidden(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
