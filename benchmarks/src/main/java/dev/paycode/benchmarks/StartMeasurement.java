package dev.paycode.benchmarks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long the command line takes from its start to its end, on the clock. */
final class StartMeasurement implements Measurement {

  private static final String MAIN = "dev.paycode.cli.Main";

  /** As the launcher starts it. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "-Dguice_bytecode_gen_option=DISABLED");

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    Map<String, List<String>> commands = commands();
    Samples samples = new Samples();
    for (int round = 1; round <= workshop.effort().rounds(); round++) {
      workshop.tell(Subject.START.toString(), round);
      for (int run = 0; run < workshop.effort().iterations(); run++) {
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
          samples.add(command.getKey(), millis(command.getValue()));
        }
      }
    }
    Table table = new Table("Milliseconds from start to end", "median");
    commands.keySet().forEach(name -> table.row(name, samples.rate(name)));
    return table.toString();
  }

  private static Map<String, List<String>> commands() {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("Java alone (`java --version`)", JavaProgram.command(OPTIONS, "--version"));
    commands.put("`paycode --version`", JavaProgram.command(OPTIONS, MAIN, "--version"));
    commands.put(
        "`paycode get` (with keys and a sandbox of its own)",
        JavaProgram.command(OPTIONS, MAIN, "get", "--format=json"));
    return commands;
  }

  private static double millis(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    if (JavaProgram.output(command).isEmpty()) {
      throw new IOException(command + " printed nothing");
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
