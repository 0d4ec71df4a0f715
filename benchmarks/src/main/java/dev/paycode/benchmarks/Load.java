package dev.paycode.benchmarks;

import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls by one client from a process of its own; a program. Prints one line of JSON: an array of
 * what was found for each number of threads.
 *
 * <p>First as many as it can, each thread one after another, for rate, processor's time and
 * allocation; then so many a second whether or not those before have ended, for the time from when
 * a call was due to its end, so that a slow one does not hide those that it held up.
 *
 * <p>What comes before, the start and the calls to warm up, is not counted. Whether it was enough
 * can be seen by how much of the processor's time code was still being compiled, and by that time
 * in each quarter of the first part.
 */
final class Load {

  /** By number, not by time: on a busy machine code would still be cold after the same time. */
  private static final int CALLS_TO_WARM_UP = 3_000;

  /** Of the processor's time; with less of it for compiling, a caller is warm. */
  private static final double COMPILER_AT_REST = 0.01;

  private static final Duration LONGEST_COMPILATION = Duration.ofSeconds(1);
  private static final int PARTS = 4;

  private Load() {}

  /**
   * Calls.
   *
   * @param args the client, the directory with its files, the numbers of threads in ascending order
   *     with commas between them, how often to warm up at most, milliseconds to measure each, calls
   *     per second in the second part
   */
  public static void main(String[] args) throws Exception {
    System.out.println(measured(args));
    System.exit(0); // the clients' own threads need not end
  }

  /** What the program prints, measured in this process. */
  static String measured(String... args) throws IOException, InterruptedException {
    Client client = Client.valueOf(args[0]);
    Caller caller = client.caller(ClientFiles.in(Path.of(args[1])));
    int[] crews = Stream.of(args[2].split(",")).mapToInt(Integer::parseInt).toArray();
    Duration length = Duration.ofMillis(Long.parseLong(args[4]));
    double perSecond = Double.parseDouble(args[5]);
    ArrayNode found = JsonMapper.shared().createArrayNode();
    try {
      for (int threads : crews) {
        try (Crew crew = new Crew(caller, threads)) {
          warmUp(crew, Integer.parseInt(args[3]));
          found.add(measured(client, crew, threads, length, perSecond));
        }
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(client.words() + " failed", failed);
    }
    return found.toString();
  }

  /** For each number of threads anew: what was compiled for eight does not fit one. */
  private static void warmUp(Crew crew, int mostTimes)
      throws InterruptedException, ExecutionException {
    boolean isWarm = false;
    for (int time = 0; time < mostTimes && !isWarm; time++) {
      Usage before = Usage.now();
      crew.call(CALLS_TO_WARM_UP);
      Usage used = Usage.now().since(before);
      isWarm = used.compilerMicros() < COMPILER_AT_REST * used.processorMicros();
      awaitCompiler();
    }
  }

  /** Until it finishes nothing any more: what these calls made it compile would count otherwise. */
  private static void awaitCompiler() throws InterruptedException {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long before;
    do {
      before = compiler.getTotalCompilationTime();
      Thread.sleep(LONGEST_COMPILATION.toMillis());
    } while (compiler.getTotalCompilationTime() > before);
  }

  private static ObjectNode measured(
      Client client, Crew crew, int threads, Duration length, double perSecond)
      throws InterruptedException, ExecutionException {
    ObjectNode found = JsonMapper.shared().createObjectNode();
    found.put("client", client.name()).put("threads", threads);
    measureWork(crew, length, found);
    if (client.arithmetic().isPresent()) {
      measureLatency(crew, perSecond, length, found);
    }
    return found;
  }

  private static void measureWork(Crew crew, Duration length, ObjectNode found)
      throws InterruptedException, ExecutionException {
    long calls = 0;
    Usage before = Usage.now();
    for (int part = 0; part < PARTS; part++) {
      Usage begin = Usage.now();
      long made = crew.callFor(length.dividedBy(PARTS));
      found
          .withArray("processorMicrosByQuarter")
          .add(Usage.now().since(begin).processorMicros() / made);
      calls += made;
    }
    Usage used = Usage.now().since(before);
    found
        .put("calls", calls)
        .put("callsPerSecond", calls / used.seconds())
        .put("processorMicros", used.processorMicros() / calls)
        .put("compilerMicros", used.compilerMicros() / calls)
        .put("allocatedBytes", used.allocatedInAll() / calls);
  }

  private static void measureLatency(Crew crew, double perSecond, Duration length, ObjectNode found)
      throws InterruptedException, ExecutionException {
    Latencies latencies = crew.callAtRate(perSecond, length);
    found.put("p50Micros", latencies.micros(50)).put("p99Micros", latencies.micros(99));
  }
}
