package dev.paycode.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that measures all and prints the tables of docs/performance.md. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = {
      "Measure how fast Paycode does what it exists for, and print tables in Markdown.",
      "Leave the machine alone meanwhile: the figures are rates of one core."
    })
public final class Benchmarks implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "Only prove that everything runs; measure nothing.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "SUBJECT",
      split = ",",
      description = "Measure these subjects only: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<Subject> only = List.of(Subject.values());

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to keep what was measured. Default: ${DEFAULT-VALUE}")
  private Path out = Path.of("target", "measured");

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description =
          "The checkout in which the command line is packaged. Default: the current directory")
  private Path project = Path.of("");

  @Option(names = "--page", paramLabel = "FILE", description = "A page to write the tables into.")
  private List<Path> pages = List.of();

  /**
   * Measures, and ends the process with 0, or with 2 where the command line is wrong.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command, for a call in this process. */
  static CommandLine commandLine() {
    return new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(out);
    requireReadable(pages);
    requirePackaged();
    Workshop workshop = new Workshop(effort(), out, project, spec.commandLine().getErr());
    report("machine", machine().table(effort()));
    for (Subject subject : only) {
      report(subject.toString(), subject.measurement().tables(workshop));
    }
    return 0;
  }

  private Effort effort() {
    return quick ? Effort.QUICK : Effort.FULL;
  }

  /** Before the work, not after it. */
  private void requireReadable(List<Path> files) {
    files.stream()
        .filter(file -> !Files.isReadable(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw new ParameterException(
                  spec.commandLine(), "'" + file + "' cannot be read; name a page with --page");
            });
  }

  private void requirePackaged() {
    if (only.contains(Subject.START) && !PackagedLauncher.isIn(project)) {
      throw new ParameterException(
          spec.commandLine(),
          "the command line is not packaged in '"
              + project
              + "'; run mvn package there, or name the checkout with --project");
    }
  }

  /** The machine, at rest after what was built before, if the figures are to say something. */
  private Machine machine() throws InterruptedException {
    return quick ? Machine.thisOne() : Rest.awaited(spec.commandLine().getErr());
  }

  private void report(String subject, String tables) throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    console.println(tables);
    console.flush();
    Files.writeString(out.resolve(subject + ".md"), tables);
    for (Path page : pages) {
      Files.writeString(page, new Page(Files.readString(page)).with(subject, tables).text());
    }
  }
}
