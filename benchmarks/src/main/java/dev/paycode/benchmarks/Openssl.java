package dev.paycode.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What {@code openssl speed rsa2048} says, which is as good as the limit of the machine. It counts
 * the processor's time, too, so that others who use the processor do not count.
 *
 * @param signs signatures made in a second of one core
 * @param verifies signatures verified in a second of one core
 */
record Openssl(double signs, double verifies) {

  /** What the samples call them. */
  static final String SIGNS = "openssl signs";

  static final String VERIFIES = "openssl verifies";

  /** Adds both rates to what a round found. */
  void addTo(Samples samples) {
    samples.add(SIGNS, signs);
    samples.add(VERIFIES, verifies);
  }

  /** The version of the program, if it is installed. */
  static Optional<String> version() throws IOException, InterruptedException {
    return Program.output("openssl", "version")
        .map(text -> text.replaceFirst("(?s)\\s*\\(.*", "").strip());
  }

  /**
   * Measures, if the program is installed.
   *
   * @param seconds how long for each of both
   */
  static Optional<Openssl> measured(long seconds) throws IOException, InterruptedException {
    return Program.output("openssl", "speed", "-seconds", Long.toString(seconds), "rsa2048")
        .map(Openssl::parse);
  }

  /**
   * Reads the table, its columns by their names, because later versions have more of them.
   *
   * @throws IllegalArgumentException if there is no such table
   */
  static Openssl parse(String output) {
    List<String> heads = words(output, line -> line.contains("sign/s"));
    List<String> rates = words(output, line -> line.startsWith("rsa"));
    return new Openssl(rate(heads, rates, "sign/s"), rate(heads, rates, "verify/s"));
  }

  private static List<String> words(String output, Predicate<String> wanted) {
    return output
        .lines()
        .filter(wanted)
        .findFirst()
        .map(line -> List.of(line.strip().split("\\s+")))
        .orElseThrow(() -> new IllegalArgumentException("openssl speed printed no table of rsa"));
  }

  /** The name of a row has no head, so that columns are counted from the end. */
  private static double rate(List<String> heads, List<String> rates, String head) {
    int fromTheEnd = heads.size() - heads.indexOf(head);
    return Double.parseDouble(rates.get(rates.size() - fromTheEnd));
  }
}
