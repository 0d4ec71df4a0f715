package dev.paycode.benchmarks;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One run of all benchmarks of a class by JMH. */
final class JmhRound {

  private static final double NANOSECONDS = 1e9;

  private final ChainedOptionsBuilder options;

  /**
   * A run that keeps JMH's own report as JSON, and what JMH prints.
   *
   * @param name of the two files in the workshop's directory
   */
  JmhRound(Class<?> benchmarks, Workshop workshop, String name) {
    this(benchmarks, workshop, name, Mode.AverageTime);
  }

  private JmhRound(Class<?> benchmarks, Workshop workshop, String name, Mode mode) {
    Effort effort = workshop.effort();
    TimeValue length = new TimeValue(effort.iteration().toMillis(), MILLISECONDS);
    options =
        new OptionsBuilder()
            .include(benchmarks.getName().replace(".", "\\.") + "\\.")
            .mode(mode)
            .timeUnit(TimeUnit.NANOSECONDS)
            .addProfiler(ProcessorTime.class)
            .shouldFailOnError(true)
            .forks(effort.forks())
            .warmupIterations(effort.warmups())
            .warmupTime(length)
            .measurementIterations(effort.iterations())
            .measurementTime(length)
            .output(file(workshop, name + ".log"))
            .resultFormat(ResultFormatType.JSON)
            .result(file(workshop, name + ".json"));
    withHeap("512m");
  }

  /** A run that also keeps how long each of many calls took. */
  static JmhRound ofSingleCalls(Class<?> benchmarks, Workshop workshop, String name) {
    return new JmhRound(benchmarks, workshop, name, Mode.SampleTime);
  }

  private static String file(Workshop workshop, String name) {
    Path file = workshop.out().resolve(name);
    return file.toString();
  }

  /** The round with a heap of that size, such as {@code 512m}. */
  final JmhRound withHeap(String size) {
    options.jvmArgsAppend(
        "-XX:+UseSerialGC", "-Xms" + size, "-Xmx" + size, "--enable-native-access=ALL-UNNAMED");
    return this;
  }

  /** The round with these values of a parameter. */
  JmhRound with(String parameter, String... values) {
    options.param(parameter, values);
    return this;
  }

  /**
   * What JMH found.
   *
   * @throws IllegalStateException if a benchmark fails
   */
  Collection<RunResult> run() {
    try {
      return new Runner(options.build()).run();
    } catch (RunnerException failed) {
      throw new IllegalStateException("a benchmark failed; JMH's log tells which", failed);
    }
  }

  /** How often the operation is done in a second of the processor's time. */
  static double rate(RunResult result) {
    return NANOSECONDS / secondary(result, ProcessorTime.NAME);
  }

  /** How many calls one thread makes in a second on the clock, one after another. */
  static double callsPerSecond(RunResult result) {
    return NANOSECONDS / result.getPrimaryResult().getStatistics().getMean();
  }

  /** The time within which 99 % of the single calls ended, in microseconds. */
  static double p99Micros(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(99) / 1e3;
  }

  private static double secondary(RunResult result, String name) {
    return Optional.ofNullable(result.getSecondaryResults().get(name)).orElseThrow().getScore();
  }

  /** The name of the benchmark's method. */
  static String method(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }
}
