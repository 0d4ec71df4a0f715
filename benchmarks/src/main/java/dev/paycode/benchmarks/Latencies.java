package dev.paycode.benchmarks;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** How long calls took, to three digits. For use by many threads. */
final class Latencies {

  private static final int DIGITS = 3;

  private final ConcurrentHistogram micros = new ConcurrentHistogram(DIGITS);

  Latencies() {
    micros.setAutoResize(true);
  }

  void add(long nanos) {
    micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
  }

  /** The time within which this percentage of calls ended, in microseconds. */
  long micros(double percentage) {
    return micros.getValueAtPercentile(percentage);
  }
}
