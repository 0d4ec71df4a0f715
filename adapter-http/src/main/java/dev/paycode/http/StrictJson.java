package dev.paycode.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON with one meaning: well-formed UTF-8 without a byte order mark, one object and nothing after
 * it, no key twice, no half of a surrogate pair, at most 16 levels deep.
 */
final class StrictJson {

  private static final int DEEPEST = 16;

  /** As long as a code: one that is written as a number costs itself, not the whole answer. */
  private static final int LONGEST_NUMBER = 32;

  private static final int LONGEST_NAME = 256;

  /** The only way to half of a surrogate pair, of which there is none in UTF-8. */
  private static final String ESCAPE = "\\u";

  /** What the decoder puts in the place of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // it would skip a byte order mark
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(LONGEST_NAME)
                  .maxStringLength(BoundedBody.LONGEST)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * What is read from the object that the bytes are; empty if they are anything else, whatever has
   * been read by then. Never throws.
   *
   * @param reading reads from the object's fields what it needs and throws nothing; the rest is
   *     checked as well
   */
  static <T> Optional<T> read(byte[] bytes, Function<JsonValues, T> reading) {
    String text = new String(bytes, UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes)) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      JsonValues document = JsonValues.in(parser, text.contains(ESCAPE));
      Optional<T> read = first(document).map(reading);
      return document.next() ? Optional.empty() : read;
    } catch (JacksonException malformed) {
      // dropped with its message, which quotes the input
      return Optional.empty();
    }
  }

  private static Optional<JsonValues> first(JsonValues document) {
    return document.next() ? document.object() : Optional.empty();
  }

  /** Tells a replacement for ill-formed bytes from one that was written. */
  private static boolean isWellFormed(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException illFormed) {
      return false;
    }
  }
}
