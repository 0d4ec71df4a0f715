package dev.paycode.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param processor its name, and how many of its cores this process has
 * @param memory in GiB
 * @param load how many processes wanted a core in the minute before, on average; less than 0 if the
 *     system does not tell
 */
record Machine(String processor, long memory, double load) {

  private static final double QUIET = 0.5;

  /** The one this runs on. */
  static Machine thisOne() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        processorName() + ", " + system.getAvailableProcessors() + " cores",
        system.getTotalMemorySize() >> 30,
        system.getSystemLoadAverage());
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }

  /** Whether something else wants the processor and slows down what is measured. */
  boolean isBusy() {
    return load > QUIET;
  }

  private String loadText() {
    String text = String.format(Locale.ROOT, "%.2f", load);
    return isBusy() ? text + " **(not quiet: others slowed this run down)**" : text;
  }

  /** Itself, the versions of what is measured, and how long is measured. */
  String table(Effort effort) throws IOException, InterruptedException {
    return new Table("", "")
            .row("Measured", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString())
            .row("Processor", processor + ", " + memory + " GiB of memory")
            .row("Load before", loadText())
            .row("System", System.getProperty("os.name") + " " + System.getProperty("os.version"))
            .row("Java", System.getProperty("java.vm.name") + " " + Runtime.version())
            .row("Providers", providers())
            .row("openssl", Openssl.version().orElse("not found, so not measured"))
        + "\n"
        + effort.words()
        + "\n";
  }

  private static String providers() {
    return RsaImplementation.usable().stream()
        .map(RsaImplementation::version)
        .collect(Collectors.joining(", "));
  }
}
