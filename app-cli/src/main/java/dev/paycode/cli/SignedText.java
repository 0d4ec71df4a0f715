package dev.paycode.cli;

import dev.paycode.message.SignedContent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text that a signature covers, so that people see each of its characters. */
final class SignedText {

  private static final int VISIBLE_DIGITS = 4;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{16,}");

  /** What a terminal obeys, hides or shows as a blank. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}\\x{FFFD}&&[^ \n]]");

  private final byte[] bytes;

  private SignedText(byte[] bytes) {
    this.bytes = bytes;
  }

  static SignedText of(SignedContent content) {
    return new SignedText(content.bytes());
  }

  /** Heading, text and hash; runs of digits masked but for the last four. */
  String masked() {
    return shown(
        DIGITS
            .matcher(text())
            .replaceAll(
                run ->
                    "*".repeat(run.group().length() - VISIBLE_DIGITS)
                        + run.group().substring(run.group().length() - VISIBLE_DIGITS)));
  }

  /** Heading, text and hash. */
  String inFull() {
    return shown(text());
  }

  private String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String shown(String text) {
    return "Signed text, %d bytes of UTF-8; ␊ is a line feed, ␃ the end:%n%s%nSHA-256: %s%n"
        .formatted(bytes.length, visible(text), sha256());
  }

  private static String visible(String text) {
    return UNSEEN
        .matcher(text)
        .replaceAll(unseen -> name(unseen.group().codePointAt(0)))
        .concat("␃")
        .replace("\n", "␊\n")
        .lines()
        .map(line -> "  " + line)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String name(int character) {
    return switch (character) {
      case '\r' -> "␍";
      case '\t' -> "␉";
      default -> "<U+" + String.format(Locale.ROOT, "%04X", character) + ">";
    };
  }

  /** Its hash, in hexadecimal. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }
}
