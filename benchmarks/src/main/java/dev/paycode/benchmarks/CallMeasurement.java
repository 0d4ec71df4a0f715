package dev.paycode.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole calls over TLS to the sandbox in another process, each client from one of its own. */
final class CallMeasurement implements Measurement {

  /** Less than the slowest client can do, so that latency is not a queue. */
  private static final double CALLS_PER_SECOND = 50;

  /** By number, not by time: on a busy machine code would still be cold after the same time. */
  private static final int WARM_UP = 3_000;

  private static final String RATE = "callsPerSecond";
  private static final String PROCESSOR = "processorMicros";
  private static final String ALLOCATED = "allocatedBytes";

  private final Samples samples = new Samples();

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    try (SandboxProcess sandbox = SandboxProcess.start(workshop)) {
      for (int round = 1; round <= workshop.effort().rounds(); round++) {
        workshop.tell(Subject.CALLS.toString(), round);
        measure(workshop, sandbox, workshop.out().resolve("calls-" + round + ".json"));
      }
    }
    return String.join(
        "\n",
        workshop.effort().threads().stream().map(threads -> table(threads).toString()).toList());
  }

  private void measure(Workshop workshop, SandboxProcess sandbox, Path kept)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (int threads : workshop.effort().threads()) {
      for (Client client : Client.values()) {
        String line = loaded(client, sandbox, threads, workshop.effort());
        add(threads, client, JsonMapper.shared().readTree(line));
        lines.add(line);
      }
    }
    Files.writeString(kept, "[" + String.join(",\n", lines) + "]\n");
  }

  private static String loaded(Client client, SandboxProcess sandbox, int threads, Effort effort)
      throws IOException, InterruptedException {
    return JavaProgram.output(
        List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"),
        Load.class,
        client.name(),
        sandbox.clientFiles().toString(),
        String.valueOf(threads),
        String.valueOf(effort.warmups() * WARM_UP),
        millis(effort.iteration().multipliedBy(2L * effort.iterations())),
        String.valueOf(CALLS_PER_SECOND));
  }

  private static String millis(Duration length) {
    return String.valueOf(length.toMillis());
  }

  private void add(int threads, Client client, JsonNode found) {
    Stream.of(RATE, PROCESSOR, ALLOCATED, "p50Micros", "p99Micros")
        .forEach(
            figure -> samples.add(name(threads, client, figure), found.get(figure).asDouble()));
  }

  private static String name(int threads, Client client, String figure) {
    return threads + " " + client + " " + figure;
  }

  private Table table(int threads) {
    Table table =
        new Table(
            threads == 1 ? "1 thread" : threads + " threads",
            "Paycode",
            "official SDK",
            "the arithmetic alone",
            "Paycode / official SDK",
            "Paycode / arithmetic");
    row(table, threads, "calls/s (SDK: aim ≥ 2.5)", RATE);
    row(table, threads, "µs of processor per call (arithmetic: aim ≤ 1.6)", PROCESSOR);
    row(table, threads, "bytes allocated per call", ALLOCATED);
    latency(table, threads, "p50 in µs at 50 calls/s", "p50Micros");
    latency(table, threads, "p99 in µs at 50 calls/s", "p99Micros");
    return table;
  }

  private void row(Table table, int threads, String head, String figure) {
    String ours = name(threads, Client.PAYCODE, figure);
    String sdk = name(threads, Client.SDK, figure);
    String arithmetic = name(threads, Client.ARITHMETIC, figure);
    table.row(
        head,
        samples.rate(ours),
        samples.rate(sdk),
        samples.rate(arithmetic),
        samples.quotient(ours, sdk),
        samples.quotient(ours, arithmetic));
  }

  private void latency(Table table, int threads, String head, String figure) {
    String ours = name(threads, Client.PAYCODE, figure);
    String sdk = name(threads, Client.SDK, figure);
    table.row(head, samples.rate(ours), samples.rate(sdk), "", samples.quotient(ours, sdk), "");
  }
}
