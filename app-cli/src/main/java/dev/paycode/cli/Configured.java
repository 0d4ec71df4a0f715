package dev.paycode.cli;

/**
 * The text of a setting, and where it is from. Immutable; {@link #toString()} tells only where.
 *
 * @param text the text as it was given; a path where the setting is a file
 * @param origin such as {@code option --client-id}
 * @param isSecret whether the text itself is what nobody may read along
 */
record Configured(String text, String origin, boolean isSecret) {

  static Configured of(String text, String origin) {
    return new Configured(text, origin, false);
  }

  static Configured secret(String text, String origin) {
    return new Configured(text, origin, true);
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** The text, with stars for what is secret, such as a password in an address, or a key. */
  String shown() {
    return isSecret
        ? "****"
        : Discretion.value(text)
            .replaceAll("(//|^)[^/]*@", "$1****@")
            .replaceAll("(?i)([?&]password=)[^&]*", "$1****");
  }

  @Override
  public String toString() {
    return "Configured[" + origin + "]";
  }
}
