package dev.paycode.http;

import dev.paycode.handling.Reply;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Calls by several threads at once. */
final class Together {

  private Together() {}

  /** The replies to that many calls by each of the threads. */
  static Set<Reply> each(int threads, Callable<Reply> call, int calls) {
    Set<Reply> replies = ConcurrentHashMap.newKeySet();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CompletableFuture.allOf(
              IntStream.range(0, threads)
                  .mapToObj(
                      thread ->
                          CompletableFuture.runAsync(() -> add(replies, call, calls), executor))
                  .toArray(CompletableFuture[]::new))
          .join();
      return replies;
    } finally {
      executor.shutdownNow();
    }
  }

  private static void add(Set<Reply> replies, Callable<Reply> call, int calls) {
    try {
      for (int number = 0; number < calls; number++) {
        replies.add(call.call());
      }
    } catch (Exception failed) {
      throw new CompletionException(failed);
    }
  }
}
