package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final Page PAGE =
      new Page(
          """
          # Speed
          <!-- measured: machine -->
          old
          <!-- end -->
          And then
          <!-- measured: signatures -->
          <!-- end -->
          """);

  @Test
  void tables_take_the_place_of_their_subject_alone() {
    assertThat(PAGE.with("machine", "| a $1 |\n").with("signatures", "| b |\n").text())
        .isEqualTo(
            """
            # Speed
            <!-- measured: machine -->
            | a $1 |
            <!-- end -->
            And then
            <!-- measured: signatures -->
            | b |
            <!-- end -->
            """);
  }

  @Test
  void a_subject_without_a_place_changes_nothing() {
    assertThat(PAGE.with("weather", "| rain |\n")).isEqualTo(PAGE);
  }

  @Test
  void the_performance_page_has_a_place_for_everything_that_is_measured() throws IOException {
    Page page = new Page(Files.readString(Path.of("..", "docs", "performance.md")));

    assertThat(page.subjects())
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of("machine"), Arrays.stream(Subject.values()).map(Subject::toString))
                .toList());
  }
}
