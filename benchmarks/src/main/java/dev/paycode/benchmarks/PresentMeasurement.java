package dev.paycode.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** How often a second it is said what to show, and how long that takes, from each engine. */
final class PresentMeasurement implements Measurement {

  private static final int FEWEST = 1_000;
  private static final int STEP = 1_000;
  private static final String HEAP = "6g";

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    List<Integer> numbers =
        Stream.iterate(FEWEST, number -> number <= workshop.effort().holders(), n -> n * STEP)
            .toList();
    Samples samples =
        new JmhRounds(
                PresentBenchmark.class,
                round ->
                    round
                        .withHeap(HEAP)
                        .with("engine", StoreEngine.MEMORY.name())
                        .with(
                            "holders",
                            numbers.stream().map(String::valueOf).toArray(String[]::new)),
                result ->
                    result.getParams().getParam("engine")
                        + " "
                        + result.getParams().getParam("holders"))
            .run(workshop, Subject.PRESENT);
    return rates(samples, numbers)
        + "\n"
        + new StoreLatencies(workshop).table()
        + "\n"
        + heap(workshop);
  }

  private static Table rates(Samples samples, List<Integer> numbers) {
    Table table =
        new Table(
            Stream.concat(
                    Stream.of("Presentations per second of one core"),
                    numbers.stream().map(PresentMeasurement::holders))
                .toArray(String[]::new));
    StoreEngine memory = StoreEngine.MEMORY;
    table.row(row("memory (aim ≥ 1,000,000)", numbers, n -> samples.rate(memory + " " + n)));
    table.row(
        row(
            "memory / the same with " + holders(FEWEST),
            numbers,
            number -> samples.quotient(memory + " " + number, memory + " " + FEWEST)));
    return table;
  }

  private static String[] row(String head, List<Integer> numbers, IntFunction<String> cell) {
    return Stream.concat(Stream.of(head), numbers.stream().map(cell::apply)).toArray(String[]::new);
  }

  private static String holders(int number) {
    return String.format(Locale.ROOT, "%,d holders", number);
  }

  private static String heap(Workshop workshop) throws IOException, InterruptedException {
    int holders = Math.min(100_000, workshop.effort().holders());
    return "A holder with ten codes takes "
        + JavaProgram.output(
            List.of("-XX:+UseSerialGC", "-Xmx" + HEAP),
            HeapPerHolder.class,
            String.valueOf(holders))
        + " bytes of heap, of "
        + holders(holders)
        + " in memory.\n";
  }
}
