package dev.paycode.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** How often a second it is said what to show, and how long that takes, from each engine. */
final class PresentMeasurement implements Measurement {

  private static final int FEWEST = 1_000;
  private static final int STEP = 10;
  private static final String HEAP = "6g";
  private static final Aim RATE = Aim.atLeast(1_000_000);
  private static final Aim FLAT = Aim.atLeast(0.8);

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    int most = workshop.effort().holders();
    List<Integer> numbers =
        Stream.iterate(Math.min(FEWEST, most), number -> number <= most, number -> number * STEP)
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
        + new StoreLatencies(workshop).tables()
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
    table.row(
        row(
            "memory (" + RATE.words() + ")",
            numbers,
            number -> samples.rate(memory + " " + number, RATE)));
    table.row(
        row(
            "memory / the same with the fewest (" + FLAT.words() + ")",
            numbers,
            number ->
                samples.quotient(memory + " " + number, memory + " " + numbers.get(0), FLAT)));
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
        + heap(workshop.effort(), String.valueOf(holders))
        + " bytes of heap, of "
        + holders(holders)
        + " in memory.\n";
  }

  private static String heap(Effort effort, String holders)
      throws IOException, InterruptedException {
    return effort.isProof()
        ? HeapPerHolder.measured(holders)
        : JavaProgram.output(
            List.of("-XX:+UseSerialGC", "-Xmx" + HEAP), HeapPerHolder.class, holders);
  }
}
