package dev.paycode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

  private static final Path PROJECT = Path.of("..");

  /** To another page or file of the project; an address has a colon. */
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> atTheTop = Files.list(PROJECT);
        Stream<Path> inDocs = Files.walk(PROJECT.resolve("docs"))) {
      return Stream.concat(atTheTop, inDocs)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void what_a_page_leads_to_is_there(Path page) throws IOException {
    assertThat(LINK.matcher(Files.readString(page)).results().map(found -> found.group(1)))
        .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
  }
}
