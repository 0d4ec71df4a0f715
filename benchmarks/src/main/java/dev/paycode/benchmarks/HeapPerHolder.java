package dev.paycode.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.InstantSource;

/** Tells how much heap the store in memory takes for each holder of ten codes; a program. */
final class HeapPerHolder {

  private HeapPerHolder() {}

  /**
   * Prints the number of bytes.
   *
   * @param args how many holders to divide by
   */
  public static void main(String[] args) {
    System.out.println(measured(args[0]));
  }

  /** What the program prints, measured in this process. */
  static String measured(String number) {
    int holders = Integer.parseInt(number);
    long before = usedHeap();
    try (StoreEngine.Opened store =
        StoreEngine.MEMORY.open(holders, InstantSource.fixed(Messages.NOON))) {
      long after = usedHeap();
      store.schedules().find(Holders.request(0).holder()); // still held until here
      return String.valueOf((after - before) / holders);
    }
  }

  private static long usedHeap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
