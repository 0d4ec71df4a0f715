package dev.paycode.signing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Project Wycheproof's vectors, kept outside this project. */
final class Wycheproof {

  private static final String PROPERTY = "wycheproof.dir";

  /** From the project's root {@code ../shared/vectors/wycheproof}; tests run in the module. */
  private static final String DEFAULT = "../../shared/vectors/wycheproof";

  private Wycheproof() {}

  /** The groups of tests in this file; skips the calling test where the file is missing. */
  static Stream<JsonNode> groups(String name) {
    Path file = Path.of(System.getProperty(PROPERTY, DEFAULT), name).toAbsolutePath().normalize();
    assumeTrue(
        Files.isRegularFile(file),
        () ->
            "No Wycheproof vectors at "
                + file
                + ". To run these tests, check out C2SP/wycheproof and add"
                + " -D"
                + PROPERTY
                + "=/absolute/path/to/wycheproof/testvectors_v1");
    return JsonMapper.shared().readTree(file).get("testGroups").valueStream();
  }
}
