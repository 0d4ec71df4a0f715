package dev.paycode.sandbox;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Looks for what the protocol's bodies may not hold: a number, a boolean, an empty string (§1). */
final class NonTextScalars {

  private NonTextScalars() {}

  /** The path of the first one, such as {@code codeQuantity} or {@code env.clientIp}. */
  static Optional<String> firstIn(JsonNode body) {
    return in(body, "").findFirst();
  }

  private static Stream<String> in(JsonNode node, String path) {
    if (node.isObject()) {
      return node.properties().stream()
          .flatMap(entry -> in(entry.getValue(), child(path, entry.getKey())));
    }
    if (node.isArray()) {
      return IntStream.range(0, node.size())
          .boxed()
          .flatMap(index -> in(node.get(index), path + "[" + index + "]"));
    }
    return isAllowed(node) ? Stream.empty() : Stream.of(path);
  }

  private static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean isAllowed(JsonNode scalar) {
    return scalar.isNull() || (scalar.isString() && !scalar.stringValue().isEmpty());
  }
}
