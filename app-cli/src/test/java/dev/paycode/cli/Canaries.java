package dev.paycode.cli;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Secrets that are looked for in what is told, in whole and in parts. */
final class Canaries {

  /** A code that a user has typed or received. */
  static final String TYPED_CODE = "281006029347561820475733";

  /** How many characters of a code or key are as good as a part of it. */
  private static final int DIGITS = 8;

  private static final int CHARACTERS = 24;

  /** RSA keys are longer than this; those of a store have no head. */
  private static final int HEADED = 100;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{24,}");
  private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+/_%-]{100,}");
  private static final Pattern FIELDS =
      Pattern.compile(
          "\"?(deviceTokenId|codeQuantity|paymentCodeList|resultMessage)\\\\?\"?: ?\\\\?[\"0-9{]");

  /** Kinds of secrets. */
  enum Kind {
    /** Digits of a code. */
    CODE,
    /** A part of a private key, or of a key of the store. */
    KEY,
    /** A password, token, header, or what identifies a customer's device. */
    TEXT,
    /** As signatures and keys are written. */
    LONG_BASE64,
    /** A field of a request or an answer. */
    BODY
  }

  private final List<String> keys;

  private Canaries(List<String> keys) {
    this.keys = keys;
  }

  /** Those in these files, and all that have their name in them. */
  static Canaries of(List<Path> keyFiles) throws IOException {
    List<String> keys = new ArrayList<>();
    for (Path file : keyFiles) {
      String text = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
      BASE64.matcher(text).results().map(run -> run.group()).forEach(keys::add);
    }
    keys.stream()
        .filter(key -> key.length() > HEADED)
        .map(Canaries::hex)
        .toList()
        .forEach(keys::add);
    return new Canaries(List.copyOf(keys));
  }

  private static String hex(String base64) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
  }

  /**
   * The kinds that are in the text.
   *
   * @param codes the digits of those that were issued
   */
  Set<Kind> in(String text, List<String> codes) {
    return Arrays.stream(Kind.values())
        .filter(kind -> isIn(text, kind, codes))
        .collect(toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  private boolean isIn(String text, Kind kind, List<String> codes) {
    return switch (kind) {
      case CODE -> anyPart(text, Stream.concat(Stream.of(TYPED_CODE), codes.stream()), DIGITS);
      case KEY -> anyPart(joined(text), keys.stream().map(Canaries::withoutHead), CHARACTERS);
      case TEXT -> text.toLowerCase(Locale.ROOT).contains("canary-");
      case LONG_BASE64 -> LONG.matcher(text).find();
      case BODY -> FIELDS.matcher(text).find();
    };
  }

  /** Without the line ends and blanks that may break a key. */
  private static String joined(String text) {
    return text.replaceAll("\\s", "");
  }

  /** What all keys of a kind begin with tells nothing. */
  private static String withoutHead(String key) {
    return key.length() > HEADED ? key.substring(64) : key;
  }

  private static boolean anyPart(String text, Stream<String> secrets, int length) {
    return secrets.anyMatch(
        secret ->
            IntStream.rangeClosed(0, secret.length() - length)
                .mapToObj(at -> secret.substring(at, at + length))
                .anyMatch(text::contains));
  }
}
