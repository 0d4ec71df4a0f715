package dev.paycode.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * The values in one object or array as they come, each to be read at most once. What nobody reads
 * is checked and passed over. For use by one thread.
 *
 * <p>Every method throws {@link tools.jackson.core.JacksonException} where the document breaks the
 * rules.
 */
final class JsonValues {

  private final JsonParser parser;
  private final boolean mayHoldHalves;
  private final int depth;

  private JsonValues(JsonParser parser, boolean mayHoldHalves) {
    this.parser = parser;
    this.mayHoldHalves = mayHoldHalves;
    this.depth = depth();
  }

  /**
   * The values in a document, of which there should be one.
   *
   * @param parser at the document's start
   * @param mayHoldHalves whether its text may hold half of a surrogate pair
   */
  static JsonValues in(JsonParser parser, boolean mayHoldHalves) {
    return new JsonValues(parser, mayHoldHalves);
  }

  /** Goes to the next value; whether there is one. */
  boolean next() {
    while (depth() > depth) {
      nextToken();
    }
    JsonToken token = nextToken();
    JsonToken value = token == JsonToken.PROPERTY_NAME ? nextToken() : token;
    return value != null && !value.isStructEnd();
  }

  private int depth() {
    return parser.streamReadContext().getNestingDepth();
  }

  private @Nullable JsonToken nextToken() {
    JsonToken token = parser.nextToken();
    boolean isText = token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING;
    if (mayHoldHalves && isText && holdsHalf(parser.getString())) {
      throw new StreamReadException("half of a surrogate pair");
    }
    return token;
  }

  /** Whether half of a surrogate pair stands alone, as an escape can put it there. */
  private static boolean holdsHalf(String text) {
    return text.codePoints()
        .anyMatch(
            codePoint ->
                codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  /** The name of the value, which is in an object. */
  String name() {
    return parser.currentName();
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** The value, if it is a text. */
  Optional<String> text() {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? Optional.of(parser.getString())
        : Optional.empty();
  }

  /** The values in the value, if it is an object. */
  Optional<JsonValues> object() {
    return inside(JsonToken.START_OBJECT);
  }

  /** The values in the value, if it is an array. */
  Optional<JsonValues> array() {
    return inside(JsonToken.START_ARRAY);
  }

  private Optional<JsonValues> inside(JsonToken start) {
    return parser.currentToken() == start
        ? Optional.of(new JsonValues(parser, mayHoldHalves))
        : Optional.empty();
  }
}
