package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong command line costs a moment, not an hour. */
class BenchmarksTest {

  @TempDir private Path out;

  private final StringWriter errors = new StringWriter();

  @Test
  void a_page_that_cannot_be_read_is_refused_before_anything_is_measured() {
    assertThat(run("--page", out.resolve("missing.md").toString())).isEqualTo(2);
    assertThat(errors.toString())
        .contains("missing.md' cannot be read; name a page with --page")
        .doesNotContain("round 1");
  }

  @Test
  void an_unknown_subject_is_refused_with_those_that_there_are() {
    assertThat(run("--only", "weather")).isEqualTo(2);
    assertThat(errors.toString()).contains("weather").contains("signatures");
  }

  @Test
  void a_checkout_without_a_packaged_command_line_is_refused_with_what_to_do() {
    assertThat(run("--project", out.toString())).isEqualTo(2);
    assertThat(errors.toString())
        .contains("is not packaged in '" + out + "'; run mvn package there")
        .doesNotContain("round 1");
  }

  private int run(String option, String value) {
    return Benchmarks.commandLine()
        .setErr(new PrintWriter(errors, true))
        .execute("--quick", "--out", out.toString(), option, value);
  }
}
