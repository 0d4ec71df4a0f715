package dev.paycode.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls by one client from a process of its own; a program. Prints one line of JSON.
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

  private static final int PARTS = 4;

  private Load() {}

  /**
   * Calls.
   *
   * @param args the client, the directory with its files, threads, calls to warm up, milliseconds
   *     to measure, calls per second in the second part
   */
  public static void main(String[] args) throws Exception {
    System.out.println(measured(args));
    System.exit(0); // the clients' own threads need not end
  }

  /** What the program prints, measured in this process. */
  static String measured(String... args) throws IOException, InterruptedException {
    Client client = Client.valueOf(args[0]);
    Caller caller = client.caller(ClientFiles.in(Path.of(args[1])));
    Duration length = Duration.ofMillis(Long.parseLong(args[4]));
    ObjectNode found = JsonMapper.shared().createObjectNode();
    found.put("client", args[0]).put("threads", Integer.parseInt(args[2]));
    try (Crew crew = new Crew(caller, Integer.parseInt(args[2]))) {
      crew.call(Long.parseLong(args[3]));
      measureWork(crew, length, found);
      if (client.arithmetic().isPresent()) {
        measureLatency(crew, Double.parseDouble(args[5]), length, found);
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(client.words() + " failed", failed);
    }
    return found.toString();
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
        .put("allocatedBytes", used.allocatedBytes() / calls);
  }

  private static void measureLatency(Crew crew, double perSecond, Duration length, ObjectNode found)
      throws InterruptedException, ExecutionException {
    Latencies latencies = crew.callAtRate(perSecond, length);
    found.put("p50Micros", latencies.micros(50)).put("p99Micros", latencies.micros(99));
  }
}
