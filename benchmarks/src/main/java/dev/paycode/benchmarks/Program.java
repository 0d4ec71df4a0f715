package dev.paycode.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Other programs that are run to their end. */
final class Program {

  private Program() {}

  /**
   * What a program prints; nothing where the program is not installed. What it prints to the
   * standard error is dropped.
   *
   * @throws IOException if it fails
   */
  static Optional<String> output(String... command) throws IOException, InterruptedException {
    return output(ProcessBuilder.Redirect.DISCARD, command);
  }

  /**
   * What a program prints; nothing where the program is not installed.
   *
   * @param errors where what it prints to the standard error goes
   * @throws IOException if it fails
   */
  static Optional<String> output(ProcessBuilder.Redirect errors, String... command)
      throws IOException, InterruptedException {
    Optional<Process> started = started(errors, command);
    return started.isPresent()
        ? Optional.of(output(started.orElseThrow(), command))
        : Optional.empty();
  }

  private static Optional<Process> started(ProcessBuilder.Redirect errors, String... command) {
    try {
      return Optional.of(new ProcessBuilder(command).redirectError(errors).start());
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }

  private static String output(Process process, String... command)
      throws IOException, InterruptedException {
    byte[] output = process.getInputStream().readAllBytes();
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IOException(Arrays.toString(command) + " ended with exit code " + exitCode);
    }
    return new String(output, StandardCharsets.UTF_8);
  }
}
