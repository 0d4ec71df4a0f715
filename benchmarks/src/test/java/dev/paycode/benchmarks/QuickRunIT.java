package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is measured runs, the packaged command line among it. */
class QuickRunIT {

  @TempDir private Path out;

  @Test
  void the_quick_run_fills_every_place_of_the_page_and_keeps_the_raw_figures() throws IOException {
    Path page = Files.copy(Path.of("..", "docs", "performance.md"), out.resolve("page.md"));
    StringWriter console = new StringWriter();

    int exitCode =
        Benchmarks.commandLine()
            .setOut(new PrintWriter(console))
            .execute(
                "--quick", "--project", "..", "--out", out.toString(), "--page", page.toString());

    assertThat(exitCode).isZero();
    assertThat(console.toString())
        .contains("| the JDK's SunRsaSign | ")
        .containsOnlyOnce("| PostgreSQL");
    assertThat(Files.readString(page)).contains(console.toString().strip().lines().toList());
    assertThat(Files.readString(out.resolve("signatures-1.json"))).contains("\"processor\"");
  }
}
