package dev.paycode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SandboxGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "testing-with-the-sandbox.md");
  private static final Path SOURCES = Path.of("src", "test", "java", "dev", "paycode", "docs");
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  static List<String> snippets() throws IOException {
    return SNIPPET.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void every_snippet_of_the_guide_stands_in_a_test_that_is_run(String snippet) throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files.map(SandboxGuideTest::text))
          .anyMatch(source -> withoutSpace(source).contains(withoutSpace(snippet)));
    }
  }

  @Test
  void the_guide_has_snippets() throws IOException {
    assertThat(snippets()).hasSizeGreaterThanOrEqualTo(5);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
