package dev.paycode.signing;

import java.nio.charset.StandardCharsets;

/** What a key is read from: its bytes, and what messages call it. */
final class KeySource {

  private final KeyRole role;
  private final String name;
  private final byte[] bytes;

  KeySource(KeyRole role, String name, byte[] bytes) {
    this.role = role;
    this.name = name;
    this.bytes = bytes;
  }

  /** The source that a caller has read already. */
  static KeySource ofText(KeyRole role, String text) {
    return new KeySource(role, role + " text", text.getBytes(StandardCharsets.UTF_8));
  }

  /** What messages call it, such as {@code private key file 'wallet.pem'}. */
  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The bytes as text without a byte order mark and without blanks around its lines. */
  String text() {
    String text = rawText();
    StringBuilder stripped = new StringBuilder(text.length());
    text.lines().forEach(line -> stripped.append(line.strip()).append('\n'));
    return stripped.toString().strip();
  }

  /** The bytes as text without a byte order mark. */
  String rawText() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  UnusableKeyException refusal(String problem) {
    return new UnusableKeyException(name + " " + problem);
  }

  UnusableKeyException refusal(KeyKind found) {
    return refusal("holds " + found.words() + " where a " + role + " is due; " + found.advice());
  }

  UnusableKeyException wrongPassword() {
    return refusal(
        "does not open with this password; correct it, or copy the file again if it may be damaged");
  }

  UnusableKeyException damaged() {
    return refusal(
        "is cut off or damaged; copy the whole key again, from its first line to its last");
  }
}
