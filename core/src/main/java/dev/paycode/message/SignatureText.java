package dev.paycode.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The ways in which a signature's bytes are seen written (protocol.md §2): Base64 or base64url,
 * padded or not, URL-encoded or not. Each text stands for the bytes it was made from, and any other
 * text of the same bytes is refused: one signature, one text in each shape.
 */
final class SignatureText {

  private SignatureText() {}

  /** Standard Base64, URL-encoded: what the official SDKs send. */
  static String print(byte[] signature) {
    return URLEncoder.encode(
        Base64.getEncoder().encodeToString(signature), StandardCharsets.US_ASCII);
  }

  /** The bytes, if the text is one of the shapes and canonical in it. */
  static Optional<byte[]> parse(String text) {
    return withoutPercents(text)
        .flatMap(SignatureText::inStandardAlphabet)
        .flatMap(SignatureText::withoutPadding)
        .flatMap(SignatureText::decoded);
  }

  /**
   * {@code URLDecoder} would also turn a raw {@code +} into a blank, so only the three escapes that
   * Base64 needs are undone, and none where one of those signs stands unescaped.
   */
  private static Optional<String> withoutPercents(String text) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    if (containsAny(text, "+/=")) {
      return Optional.empty();
    }
    String plain =
        text.replace("%2B", "+")
            .replace("%2b", "+")
            .replace("%2F", "/")
            .replace("%2f", "/")
            .replace("%3D", "=")
            .replace("%3d", "=");
    return plain.indexOf('%') < 0 ? Optional.of(plain) : Optional.empty();
  }

  private static Optional<String> inStandardAlphabet(String text) {
    if (!containsAny(text, "-_")) {
      return Optional.of(text);
    }
    return containsAny(text, "+/")
        ? Optional.empty()
        : Optional.of(text.replace('-', '+').replace('_', '/'));
  }

  private static Optional<String> withoutPadding(String text) {
    int end = text.indexOf('=');
    if (end < 0) {
      return Optional.of(text);
    }
    String padding = text.substring(end);
    boolean complete = text.length() % 4 == 0 && (padding.equals("=") || padding.equals("=="));
    return complete ? Optional.of(text.substring(0, end)) : Optional.empty();
  }

  private static Optional<byte[]> decoded(String unpadded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(unpadded);
      boolean canonical =
          bytes.length > 0
              && Base64.getEncoder().withoutPadding().encodeToString(bytes).equals(unpadded);
      return canonical ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static boolean containsAny(String text, String characters) {
    return characters.chars().anyMatch(character -> text.indexOf(character) >= 0);
  }
}
