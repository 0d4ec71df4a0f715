package dev.paycode.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What it took to run a program from its start to its end.
 *
 * @param millis on the clock
 * @param processorMillis of the processor, for the program and for the system on its behalf
 */
record TimedRun(double millis, double processorMillis) {

  /** Runs it, and prints last what the shell itself and then what its children have used. */
  private static final String SCRIPT = "\"$@\" >/dev/null || exit; times";

  private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+\\.\\d+)s");

  /**
   * Runs a program with no settings of anybody, and drops what it prints; {@code programs.log} in
   * the workshop keeps what it prints to the standard error.
   *
   * @throws IOException if it fails
   */
  static TimedRun of(Workshop workshop, List<String> command)
      throws IOException, InterruptedException {
    Path errors = workshop.out().resolve("programs.log");
    List<String> timed = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
    timed.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(timed).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment(workshop));
    long start = System.nanoTime();
    Process process = builder.start();
    String output = text(process.getInputStream());
    int exitCode = process.waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (exitCode != 0) {
      throw new IOException(
          command + " ended with exit code " + exitCode + "; " + errors + " may tell why");
    }
    return new TimedRun(millis, processorMillis(output));
  }

  private static Map<String, String> environment(Workshop workshop) {
    return Map.of(
        "PATH", System.getenv("PATH"),
        "HOME", workshop.out().toAbsolutePath().toString(),
        "JAVA_HOME", System.getProperty("java.home"),
        "LC_ALL", "C");
  }

  private static String text(InputStream output) throws IOException {
    return new String(output.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The children's, user and system, which the shell prints after its own. */
  static double processorMillis(String times) {
    return TIME.matcher(times).results().skip(2).mapToDouble(TimedRun::millis).sum();
  }

  private static double millis(MatchResult time) {
    return 60_000 * Double.parseDouble(time.group(1)) + 1_000 * Double.parseDouble(time.group(2));
  }
}
