package dev.paycode.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What this process has used.
 *
 * @param seconds the time on the clock
 * @param processorMicros the processor's time, of all threads
 * @param compilerMicros how long code was being compiled, which is part of the processor's time, or
 *     more where a compiler had to wait for a processor
 * @param allocatedBytes what each thread that is alive has allocated, by its number
 */
record Usage(
    double seconds, double processorMicros, double compilerMicros, Map<Long, Long> allocatedBytes) {

  static Usage now() {
    return new Usage(
        System.nanoTime() / 1e9,
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e3,
        ManagementFactory.getCompilationMXBean().getTotalCompilationTime() * 1e3,
        allocations());
  }

  private static Map<Long, Long> allocations() {
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    Map<Long, Long> allocated = new HashMap<>();
    for (int index = 0; index < ids.length; index++) {
      allocated.put(ids[index], Math.max(0, bytes[index]));
    }
    return allocated;
  }

  /** What was used since then; what threads allocated that have ended meanwhile is lost. */
  Usage since(Usage before) {
    Map<Long, Long> allocated = new HashMap<>();
    allocatedBytes.forEach(
        (thread, bytes) ->
            allocated.put(thread, bytes - before.allocatedBytes.getOrDefault(thread, 0L)));
    return new Usage(
        seconds - before.seconds,
        processorMicros - before.processorMicros,
        compilerMicros - before.compilerMicros,
        allocated);
  }

  /** What all threads together have allocated. */
  double allocatedInAll() {
    return allocatedBytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
