package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas of docs/schema, and what they say of JSON. */
final class JsonSchemas {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private JsonSchemas() {}

  static Path directory() {
    return Path.of("../docs/schema");
  }

  /** Fails unless the text is JSON as the schema of that name says. */
  static void assertValid(String name, String json) {
    assertThat(validate(name, json))
        .as("what docs/schema/%s.schema.json says of %s", name, json)
        .isEmpty();
  }

  /** How much of the text is not as the schema of that name says. */
  static int errors(String name, String json) {
    return validate(name, json).size();
  }

  private static List<Error> validate(String name, String json) {
    try {
      String schema = Files.readString(directory().resolve(name + ".schema.json"));
      return REGISTRY.getSchema(schema).validate(json, InputFormat.JSON);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
