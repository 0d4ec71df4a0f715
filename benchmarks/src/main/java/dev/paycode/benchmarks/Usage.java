package dev.paycode.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What this process has used.
 *
 * @param seconds the time on the clock
 * @param processorMicros the processor's time, of all threads
 * @param compilerMicros how long code was being compiled, which is part of the processor's time, or
 *     more where a compiler had to wait for a processor
 * @param allocatedBytes what the threads that are alive have allocated
 */
record Usage(double seconds, double processorMicros, double compilerMicros, double allocatedBytes) {

  static Usage now() {
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    return new Usage(
        System.nanoTime() / 1e9,
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e3,
        ManagementFactory.getCompilationMXBean().getTotalCompilationTime() * 1e3,
        Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
            .filter(bytes -> bytes > 0)
            .sum());
  }

  /** What was used since then. */
  Usage since(Usage before) {
    return new Usage(
        seconds - before.seconds,
        processorMicros - before.processorMicros,
        compilerMicros - before.compilerMicros,
        allocatedBytes - before.allocatedBytes);
  }
}
