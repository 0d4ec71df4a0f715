package dev.paycode.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The ways in which a signature's bytes are seen written (protocol.md §2): Base64 or base64url,
 * padded or not, URL-encoded or not. Each text stands for the bytes it was made from, and any other
 * text of the same bytes is refused: one signature, one text in each shape.
 */
final class SignatureText {

  private static final Map<String, String> ESCAPES =
      Map.of("%2B", "+", "%2b", "+", "%2F", "/", "%2f", "/", "%3D", "=", "%3d", "=");

  private static final int ESCAPE_LENGTH = 3;

  /** Base64 writes so many bytes as a group of four characters. */
  private static final int GROUP = 3;

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
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    for (int escape = text.indexOf('%'); escape >= 0; escape = text.indexOf('%', done)) {
      int end = Math.min(escape + ESCAPE_LENGTH, text.length());
      String sign = ESCAPES.getOrDefault(text.substring(escape, end), "");
      if (sign.isEmpty()) {
        return Optional.empty();
      }
      plain.append(text, done, escape).append(sign);
      done = end;
    }
    return Optional.of(plain.append(text, done, text.length()).toString());
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
      return bytes.length > 0 && unpadded.endsWith(ending(bytes))
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * How the bytes after the last whole group are written: only there can a text have bits that mean
   * nothing, and so differ from the canonical one.
   */
  private static String ending(byte[] bytes) {
    int wholeGroups = bytes.length - bytes.length % GROUP;
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, wholeGroups, bytes.length));
  }

  private static boolean containsAny(String text, String characters) {
    for (int index = 0; index < characters.length(); index++) {
      if (text.indexOf(characters.charAt(index)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
