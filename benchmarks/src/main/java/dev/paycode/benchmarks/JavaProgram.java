package dev.paycode.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of this class path, each in a process of its own, by the same Java. */
final class JavaProgram {

  private JavaProgram() {}

  /** What a program prints. */
  static String output(List<String> options, Class<?> program, String... args)
      throws IOException, InterruptedException {
    return output(command(options, program.getName(), args));
  }

  /** What a command line prints. */
  static String output(List<String> command) throws IOException, InterruptedException {
    return Program.output(ProcessBuilder.Redirect.INHERIT, command.toArray(String[]::new))
        .orElseThrow()
        .strip();
  }

  /** The command line of a program. */
  static List<String> command(List<String> options, String program, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
    command.addAll(List.of(args));
    return command;
  }
}
