package dev.paycode.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How long the command line takes from its start to its end, by the launcher that users have. */
final class StartMeasurement implements Measurement {

  /** As the launcher starts it. */
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Xshare:auto");

  /**
   * What is run.
   *
   * @param head what the table calls it
   * @param aim for the milliseconds on the clock
   */
  private record Run(String head, Aim aim, List<String> command) {

    String processor() {
      return head + " processor";
    }
  }

  private final Samples samples = new Samples();

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    PackagedLauncher launcher = PackagedLauncher.in(workshop);
    try (SandboxProcess sandbox = SandboxProcess.start(workshop)) {
      List<Run> runs = runs(launcher, sandbox.clientFiles());
      for (int round = 1; round <= workshop.effort().rounds(); round++) {
        workshop.tell(Subject.START.toString(), round);
        measure(workshop, runs);
      }
      Files.writeString(workshop.out().resolve("start.json"), samples.json());
      return table(runs).toString();
    }
  }

  private static List<Run> runs(PackagedLauncher launcher, Path clientFiles) {
    return List.of(
        new Run("Java alone, `java --version`", Aim.NONE, javaAlone()),
        new Run(
            "`paycode explain SUCCESS`", Aim.atMost(350), launcher.command("explain", "SUCCESS")),
        new Run(
            "`paycode get` of a running sandbox",
            Aim.atMost(800),
            launcher.command(
                "get", "--config", clientFiles.resolve("client.properties").toString())));
  }

  private static List<String> javaAlone() {
    return Stream.of(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            OPTIONS,
            List.of("--version"))
        .flatMap(List::stream)
        .toList();
  }

  private void measure(Workshop workshop, List<Run> runs) throws IOException, InterruptedException {
    for (int time = 0; time < workshop.effort().starts(); time++) {
      for (Run run : runs) {
        TimedRun took = TimedRun.of(workshop, run.command());
        samples.add(run.head(), took.millis());
        samples.add(run.processor(), took.processorMillis());
      }
    }
  }

  private Table table(List<Run> runs) {
    Table table = new Table("From start to end", "ms on the clock", "", "ms of processor");
    runs.forEach(
        run ->
            table.row(
                run.head(),
                samples.rate(run.head(), run.aim()),
                run.aim().words(),
                samples.rate(run.processor())));
    return table;
  }
}
