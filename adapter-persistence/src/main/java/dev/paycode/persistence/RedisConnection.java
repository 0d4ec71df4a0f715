package dev.paycode.persistence;

import static java.util.stream.Collectors.joining;

import dev.paycode.port.out.StoreUnavailableException;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one connection to a server, or to each node of a cluster, which all threads share and which
 * is made as soon as the server is there, and anew whenever it is lost.
 */
final class RedisConnection implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final long SHUTDOWN_SECONDS = 2;

  private final AbstractRedisClient client;
  private final RedisLinking linking;
  private final Duration timeout;
  private final String name;
  private volatile boolean isDown;
  private volatile boolean isClosed;

  private RedisConnection(
      AbstractRedisClient client,
      Supplier<RedisLink> connect,
      List<RedisURI> servers,
      Duration timeout) {
    this.client = client;
    this.linking = new RedisLinking(() -> connect.get().within(timeout), System::nanoTime);
    this.timeout = timeout;
    this.name = name(servers);
  }

  /** The connection to this server, there or not. */
  static RedisConnection toServer(RedisURI server, RedisSettings settings) {
    RedisClient client = RedisClient.create(settings.resources(), server);
    client.setOptions(settings.forServer());
    return new RedisConnection(
            client,
            () -> {
              StatefulRedisConnection<byte[], byte[]> made =
                  client.connect(ByteArrayCodec.INSTANCE);
              return new RedisLink(made, made.sync());
            },
            List.of(server),
            settings.timeout())
        .tried();
  }

  /** The connection to the cluster to which these servers belong, and maybe others. */
  static RedisConnection toCluster(List<RedisURI> seeds, RedisSettings settings) {
    RedisClusterClient client = RedisClusterClient.create(settings.resources(), seeds);
    client.setOptions(settings.forCluster());
    return new RedisConnection(
            client,
            () -> {
              StatefulRedisClusterConnection<byte[], byte[]> made =
                  client.connect(ByteArrayCodec.INSTANCE);
              return new RedisLink(made, made.sync());
            },
            seeds,
            settings.timeout())
        .tried();
  }

  /** Waits for the end of the first try, so that a server that is up has its connection then. */
  private RedisConnection tried() {
    try {
      linking.within(RedisSettings.CONNECTING);
    } catch (RedisException down) {
      isDown = true;
    }
    return this;
  }

  private static String name(List<RedisURI> servers) {
    return servers.stream()
        .map(uri -> uri.getHost() + ":" + uri.getPort())
        .collect(joining(", ", "Redis at ", ""));
  }

  /**
   * What the call brings back.
   *
   * @param purpose what the call is for, as in "Redis did not ..."
   * @throws StoreUnavailableException if the server does not answer, or answers with an error
   */
  <T> T call(String purpose, Function<RedisClusterCommands<byte[], byte[]>, T> call) {
    if (isClosed) {
      throw unavailable(purpose, new RedisException("The store was closed"));
    }
    try {
      return call.apply(commands());
    } catch (RedisException failed) {
      throw unavailable(purpose, failed);
    }
  }

  /** Nobody waits for the first connection to a server that is known to be down. */
  private RedisClusterCommands<byte[], byte[]> commands() {
    try {
      return linking.within(isDown ? Duration.ZERO : timeout).commands();
    } catch (RedisException notYet) {
      isDown = true;
      throw notYet;
    }
  }

  /**
   * Finds out whether the server is there, trusted, and takes the user, for as long as it takes to
   * connect.
   *
   * @throws StoreUnavailableException if not
   */
  void ping() {
    try {
      linking.within(RedisSettings.CONNECTING);
    } catch (RedisException failed) {
      throw unavailable("connect", failed);
    }
    call("answer", redis -> patiently(redis::ping));
  }

  /**
   * What the call brings back; where the answer is lost or there is no connection yet, it is made
   * again, for as long as one answer may take. Once that was in vain, calls are made only once,
   * until one succeeds: nobody waits for a server that is known to be down.
   *
   * @param call does no more if it is made twice
   * @throws RedisException if no answer comes, or an error
   */
  <T> T patiently(Supplier<T> call) {
    long end = System.nanoTime() + (isDown ? 0 : timeout.toNanos());
    while (true) {
      try {
        T answer = call.get();
        isDown = false;
        return answer;
      } catch (RedisException failed) {
        if (!isAnswerLost(failed)) {
          throw failed;
        }
        if (System.nanoTime() - end >= 0) {
          isDown = true;
          throw failed;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Whether the call may have been made all the same, and asking again may tell. */
  static boolean isAnswerLost(RedisException failure) {
    return !(failure instanceof RedisCommandExecutionException)
        && !(failure instanceof RedisCommandInterruptedException);
  }

  private StoreUnavailableException unavailable(String purpose, RedisException cause) {
    return new StoreUnavailableException(name + " did not " + purpose, cause);
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      linking.close();
      client.shutdownAsync(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).join();
      client.getResources().shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
