package dev.paycode.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many threads that start at the same moment. */
final class Crowd {

  private static final int SIZE = 8;
  private static final long PATIENCE_SECONDS = 60;

  private Crowd() {}

  /** What each member of the crowd brings back, all having started together. */
  static <T> List<T> of(IntFunction<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SIZE);
    try {
      CountDownLatch together = new CountDownLatch(SIZE);
      List<Callable<T>> tasks =
          IntStream.range(0, SIZE).mapToObj(i -> afterAll(together, work.apply(i))).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Callable<T> afterAll(CountDownLatch together, Callable<T> work) {
    return () -> {
      together.countDown();
      together.await();
      return work.call();
    };
  }
}
