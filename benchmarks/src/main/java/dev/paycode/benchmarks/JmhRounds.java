package dev.paycode.benchmarks;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.results.RunResult;

/** Rounds of all benchmarks of a class, and what they found, as rates of one core. */
final class JmhRounds {

  private final Class<?> benchmarks;
  private final UnaryOperator<JmhRound> settings;
  private final Function<RunResult, String> naming;

  /**
   * Rounds with these settings.
   *
   * @param naming what a result is called among the samples
   */
  JmhRounds(
      Class<?> benchmarks, UnaryOperator<JmhRound> settings, Function<RunResult, String> naming) {
    this.benchmarks = benchmarks;
    this.settings = settings;
    this.naming = naming;
  }

  /** What the rounds found. */
  Samples run(Workshop workshop, Subject subject) throws IOException, InterruptedException {
    Samples samples = new Samples();
    for (int round = 1; round <= workshop.effort().rounds(); round++) {
      workshop.tell(subject.toString(), round);
      Openssl.measured(workshop.effort().iterations()).ifPresent(speed -> speed.addTo(samples));
      settings
          .apply(new JmhRound(benchmarks, workshop, subject + "-" + round))
          .run()
          .forEach(result -> samples.add(naming.apply(result), JmhRound.rate(result)));
    }
    return samples;
  }
}
