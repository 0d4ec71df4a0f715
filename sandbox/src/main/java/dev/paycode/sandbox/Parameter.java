package dev.paycode.sandbox;

import dev.paycode.result.Result;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A parameter of the body: where it is, what it must be, and the domain's type for it.
 *
 * @param name its name, with dots for nesting, such as {@code env.deviceTokenId}
 * @param rule what it must be, for a person
 * @param parser the domain's reader; throws {@code IllegalArgumentException} for a wrong text
 */
record Parameter<T>(String name, String rule, Function<String, T> parser) {

  /** What is wrong with it in this body; nothing is, if it is not there. */
  Optional<Result> refusal(JsonNode body) {
    return isAbsent(body) || value(body).isPresent() ? Optional.empty() : Optional.of(illegal());
  }

  /** What is wrong with it in this body, where it must be there. */
  Optional<Result> refusalIfRequired(JsonNode body) {
    return value(body).isPresent() ? Optional.empty() : Optional.of(illegal());
  }

  /** Its value, if it is there and right. */
  Optional<T> value(JsonNode body) {
    return node(body).stringValueOpt().flatMap(this::parsed);
  }

  private Optional<T> parsed(String text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private boolean isAbsent(JsonNode body) {
    JsonNode node = node(body);
    return node.isMissingNode() || node.isNull();
  }

  private JsonNode node(JsonNode body) {
    return body.at(JsonPointer.compile("/" + name.replace('.', '/')));
  }

  private Result illegal() {
    return Results.illegal(name, rule);
  }
}
