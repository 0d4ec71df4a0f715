package dev.paycode.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures, beside JMH's wall-clock time, the processor's time that an operation takes, of all
 * threads of the process, so that others who use the processor meanwhile count less.
 */
public final class ProcessorTime implements InternalProfiler {

  /** The name of the result, in nanoseconds. */
  static final String NAME = "processor";

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private long start;

  /** Made by JMH. */
  public ProcessorTime() {}

  @Override
  public String getDescription() {
    return "the processor's time that an operation takes";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = process.getProcessCpuTime();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double spent = process.getProcessCpuTime() - start;
    return List.of(
        new ScalarResult(
            NAME, spent / result.getMetadata().getAllOps(), "ns/op", AggregationPolicy.AVG));
  }
}
