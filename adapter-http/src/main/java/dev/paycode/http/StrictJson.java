package dev.paycode.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .maxStringLength(BoundedBody.LONGEST)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** The object that the bytes are; empty if they are anything else. Never throws. */
  static Optional<JsonNode> parse(byte[] bytes) {
    try {
      // from here on a String, so that the parser guesses no encoding and skips no mark
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(MAPPER.readTree(text))
          .filter(JsonNode::isObject)
          .filter(object -> !text.contains(ESCAPE) || isWellFormed(object));
    } catch (CharacterCodingException | JacksonException malformed) {
      // dropped with its message, which quotes the input
      return Optional.empty();
    }
  }

  private static boolean isWellFormed(JsonNode node) {
    return node.stringValueOpt().stream().allMatch(StrictJson::isWellFormed)
        && node.propertyNames().stream().allMatch(StrictJson::isWellFormed)
        && node.values().stream().allMatch(StrictJson::isWellFormed);
  }

  /** Whether no half of a surrogate pair stands alone, as an escape can put it there. */
  private static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(
            codePoint ->
                codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
