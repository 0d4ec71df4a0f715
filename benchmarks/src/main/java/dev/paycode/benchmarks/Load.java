package dev.paycode.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Calls by one client from a process of its own; a program. Prints one line of JSON.
 *
 * <p>First as many as it can, each thread one after another, for rate, processor's time and
 * allocation; then so many a second whether or not those before have ended, for the time from when
 * a call was due to its end, so that a slow one does not hide those that it held up.
 */
final class Load {

  private Load() {}

  /**
   * Calls.
   *
   * @param args the client, the directory with its files, threads, calls to warm up, milliseconds
   *     to measure, calls per second in the second part
   */
  public static void main(String[] args) throws Exception {
    Caller caller = Client.valueOf(args[0]).caller(ClientFiles.in(Path.of(args[1])));
    Crew crew = new Crew(caller, Integer.parseInt(args[2]));
    Duration measured = Duration.ofMillis(Long.parseLong(args[4]));
    crew.call(Long.parseLong(args[3]));
    Usage before = Usage.now();
    long calls = crew.callFor(measured);
    Usage used = Usage.now().since(before);
    Latencies latencies = crew.callAtRate(Double.parseDouble(args[5]), measured);
    System.out.printf(
        Locale.ROOT,
        "{\"client\":\"%s\",\"threads\":%s,\"calls\":%d,\"callsPerSecond\":%.1f,"
            + "\"processorMicros\":%.1f,\"allocatedBytes\":%.0f,"
            + "\"p50Micros\":%d,\"p99Micros\":%d}%n",
        args[0],
        args[2],
        calls,
        calls / used.seconds(),
        used.processorMicros() / calls,
        used.allocatedBytes() / calls,
        latencies.micros(50),
        latencies.micros(99));
    System.exit(0); // the clients' own threads need not end
  }
}
