package dev.paycode.message;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Signature}: which key signed, and the signature (protocol.md §1, §2).
 *
 * <pre>{@code
 * algorithm=RSA256,keyVersion=1,signature=WlRHtBQJ8u…%3D%3D
 * }</pre>
 *
 * The only algorithm is RSA256, SHA-256 with RSA: a header can confirm it, never choose another.
 *
 * <p>Immutable; {@link #toString()} leaves the signature out.
 */
public final class SignatureHeader {

  /** The longest text that is looked at, in characters: an 8192-bit signature needs half of it. */
  public static final int LONGEST = 2048;

  private static final String ALGORITHM = "RSA256";

  private final @Nullable KeyVersion keyVersion;
  private final byte[] signature;

  private SignatureHeader(@Nullable KeyVersion keyVersion, byte[] signature) {
    this.keyVersion = keyVersion;
    this.signature = signature;
  }

  /** The header that carries this signature, made with the key of that version. */
  public static SignatureHeader of(KeyVersion keyVersion, byte[] signature) {
    return new SignatureHeader(requireNonNull(keyVersion, "keyVersion"), signature.clone());
  }

  /**
   * The header with this text, if it has one meaning; a left inverse of {@link #print()}.
   *
   * <p>Grammar: pairs {@code key=value} separated by commas, blanks around them ignored, in any
   * order, each key once; {@code signature} required; {@code algorithm}, if present, {@code RSA256}
   * in any case; other keys ignored. The value of {@code signature} is Base64 or base64url, padded
   * or not, URL-encoded or not, and canonical. Never throws.
   */
  public static Optional<SignatureHeader> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return pairs(text).filter(SignatureHeader::isRsa256).flatMap(SignatureHeader::fromPairs);
  }

  private static Optional<Map<String, String>> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      int equals = text.indexOf('=', start);
      if (equals < 0 || equals > end) {
        return Optional.empty();
      }
      String key = withoutBlanks(text, start, equals);
      if (pairs.putIfAbsent(key, withoutBlanks(text, equals + 1, end)) != null) {
        return Optional.empty();
      }
      start = end + 1;
    }
    return Optional.of(pairs);
  }

  private static String withoutBlanks(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char character) {
    return character == ' ' || character == '\t';
  }

  private static boolean isRsa256(Map<String, String> pairs) {
    return pairs.getOrDefault("algorithm", ALGORITHM).toUpperCase(Locale.ROOT).equals(ALGORITHM);
  }

  private static Optional<SignatureHeader> fromPairs(Map<String, String> pairs) {
    try {
      String version = pairs.get("keyVersion");
      KeyVersion keyVersion = version == null ? null : KeyVersion.parse(version);
      return SignatureText.parse(pairs.getOrDefault("signature", ""))
          .map(signature -> new SignatureHeader(keyVersion, signature));
    } catch (IllegalArgumentException notAVersion) {
      return Optional.empty();
    }
  }

  /** The text to send: three pairs, no blanks, the signature as URL-encoded standard Base64. */
  public String print() {
    return "algorithm="
        + ALGORITHM
        + (keyVersion == null ? "" : ",keyVersion=" + keyVersion)
        + ",signature="
        + SignatureText.print(signature);
  }

  /** The version of the signing key, if the header names it; without it the latest is meant. */
  public Optional<KeyVersion> keyVersion() {
    return Optional.ofNullable(keyVersion);
  }

  /** The signature's bytes: a copy. */
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public String toString() {
    return "SignatureHeader[keyVersion="
        + (keyVersion == null ? "none" : keyVersion)
        + ", signature of "
        + signature.length
        + " bytes]";
  }
}
