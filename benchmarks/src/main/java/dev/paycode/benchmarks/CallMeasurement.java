package dev.paycode.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole calls over TLS to the sandbox in another process, each client from one of its own. */
final class CallMeasurement implements Measurement {

  /** Less than the slowest client can do, so that latency is not a queue. */
  private static final double CALLS_PER_SECOND = 100;

  /** Batches of calls at most, for each iteration of JMH's: a call runs through far more code. */
  private static final int WARM_UPS = 8;

  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED");

  private static final String RATE = "callsPerSecond";
  private static final String PROCESSOR = "processorMicros";
  private static final String COMPILER = "compilerMicros";
  private static final String ALLOCATED = "allocatedBytes";
  private static final String MEDIAN = "p50Micros";
  private static final String P99 = "p99Micros";

  private static final Aim OVER_SDK = Aim.atLeast(2.5);
  private static final Aim OVER_ARITHMETIC = Aim.atMost(1.6);

  private final Samples samples = new Samples();

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    try (SandboxProcess sandbox = SandboxProcess.start(workshop)) {
      for (int round = 1; round <= workshop.effort().rounds(); round++) {
        workshop.tell(Subject.CALLS.toString(), round);
        measure(workshop, sandbox, workshop.out().resolve("calls-" + round + ".json"));
      }
    }
    List<Integer> threads = workshop.effort().threads();
    return String.join("\n", threads.stream().map(each -> table(each).toString()).toList())
        + "\n"
        + compilation(threads);
  }

  private void measure(Workshop workshop, SandboxProcess sandbox, Path kept)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (Client client : Client.values()) {
      String line = loaded(client, sandbox, workshop.effort());
      JsonMapper.shared()
          .readTree(line)
          .forEach(found -> add(found.get("threads").asInt(), client, found));
      lines.add(line);
    }
    Files.writeString(kept, "[" + String.join(",\n", lines) + "]\n");
  }

  private static String loaded(Client client, SandboxProcess sandbox, Effort effort)
      throws IOException, InterruptedException {
    String[] args = {
      client.name(),
      sandbox.clientFiles().toString(),
      effort.threads().stream().map(String::valueOf).collect(joining(",")),
      String.valueOf(WARM_UPS * effort.warmups()),
      String.valueOf(effort.iteration().multipliedBy(2L * effort.iterations()).toMillis()),
      String.valueOf(CALLS_PER_SECOND)
    };
    return effort.isProof() ? Load.measured(args) : JavaProgram.output(OPTIONS, Load.class, args);
  }

  private void add(int threads, Client client, JsonNode found) {
    Stream.of(RATE, PROCESSOR, COMPILER, ALLOCATED, MEDIAN, P99)
        .filter(found::has)
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
            "calls/s",
            "/ official SDK (Paycode: " + OVER_SDK.words() + ")",
            "µs of processor per call",
            "/ the same provider's arithmetic (Paycode: " + OVER_ARITHMETIC.words() + ")",
            "bytes allocated per call",
            "p50 in µs at 100 calls/s",
            "p99 in µs at 100 calls/s");
    for (Client client : Client.values()) {
      table.row(row(threads, client));
    }
    return table;
  }

  private String[] row(int threads, Client client) {
    return new String[] {
      client.words(),
      samples.rate(name(threads, client, RATE)),
      client.arithmetic().map(any -> overSdk(threads, client)).orElse(""),
      samples.time(name(threads, client, PROCESSOR)),
      client.arithmetic().map(its -> overArithmetic(threads, client, its)).orElse(""),
      samples.rate(name(threads, client, ALLOCATED)),
      client.arithmetic().map(any -> samples.rate(name(threads, client, MEDIAN))).orElse(""),
      client.arithmetic().map(any -> samples.rate(name(threads, client, P99))).orElse("")
    };
  }

  private String overSdk(int threads, Client client) {
    return samples.quotient(
        name(threads, client, RATE),
        name(threads, Client.SDK, RATE),
        client.isOurs() ? OVER_SDK : Aim.NONE);
  }

  private String overArithmetic(int threads, Client client, Client arithmetic) {
    return samples.quotient(
        name(threads, client, PROCESSOR),
        name(threads, arithmetic, PROCESSOR),
        client.isOurs() ? OVER_ARITHMETIC : Aim.NONE);
  }

  /** Whether all were warm. */
  private String compilation(List<Integer> threads) {
    double most =
        threads.stream()
            .flatMap(each -> Stream.of(Client.values()).map(client -> compilation(each, client)))
            .flatMap(Optional::stream)
            .mapToDouble(Spread::most)
            .max()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "Code was still being compiled for at most %.1f %% of the processor's time that counts.%n",
        100 * most);
  }

  private Optional<Spread> compilation(int threads, Client client) {
    return samples.ratio(name(threads, client, COMPILER), name(threads, client, PROCESSOR));
  }
}
