package dev.paycode.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a connection is tried for, in a time that the test moves. */
class RedisLinkingTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final AtomicLong nanos = new AtomicLong();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final BlockingQueue<CompletableFuture<RedisLink>> tries = new LinkedBlockingQueue<>();
  private final RedisLinking linking = new RedisLinking(this::tried, nanos::get);

  private RedisLink tried() {
    CompletableFuture<RedisLink> end = new CompletableFuture<>();
    tries.add(end);
    return end.join();
  }

  @Test
  void whoever_asks_a_while_after_a_try_has_failed_has_it_tried_again() throws Exception {
    fail(tries.take());
    assertIsRefused();
    nanos.addAndGet(Duration.ofMillis(101).toNanos());

    assertThatThrownBy(() -> linking.within(Duration.ZERO))
        .isInstanceOf(RedisException.class)
        .hasMessage("There is no connection yet");

    RedisLink link = link();
    tries.take().complete(link);
    assertThat(linking.within(LONG)).isSameAs(link);
  }

  @Test
  void however_many_ask_there_is_one_try_at_a_time_and_none_at_once() throws Exception {
    fail(tries.take());
    for (int asked = 0; asked < 10; asked++) {
      assertIsRefused();
    }
    nanos.addAndGet(Duration.ofMillis(101).toNanos());
    for (int asked = 0; asked < 10; asked++) {
      assertThatThrownBy(() -> linking.within(Duration.ZERO)).isInstanceOf(RedisException.class);
    }

    fail(tries.take());
    assertIsRefused();
    assertThat(tries).isEmpty();
  }

  @Test
  void a_connection_that_comes_after_the_end_is_closed() throws Exception {
    CompletableFuture<RedisLink> first = tries.take();
    linking.close();

    first.complete(link());

    assertThat(closed).succeedsWithin(LONG);
  }

  @Test
  void nothing_is_tried_after_the_end() throws Exception {
    fail(tries.take());
    assertIsRefused();
    linking.close();
    nanos.addAndGet(Duration.ofMillis(101).toNanos());

    assertIsRefused();

    assertThat(tries).isEmpty();
  }

  private static void fail(CompletableFuture<RedisLink> first) {
    first.completeExceptionally(new RedisException("refused"));
  }

  private void assertIsRefused() {
    assertThatThrownBy(() -> linking.within(LONG))
        .isInstanceOf(RedisException.class)
        .hasMessage("refused");
  }

  private RedisLink link() {
    return new RedisLink(
        fake(StatefulConnection.class, () -> closed.complete("closed")),
        fake(RedisClusterCommands.class, () -> {}));
  }

  /** One of which nothing is asked but to be closed. */
  @SuppressWarnings("unchecked")
  private static <T> T fake(Class<? super T> type, Runnable close) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                close.run();
              }
              return method.getName().equals("equals") ? proxy == arguments[0] : null;
            });
  }
}
