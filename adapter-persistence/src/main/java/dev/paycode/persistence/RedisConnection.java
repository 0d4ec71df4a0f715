package dev.paycode.persistence;

import static java.util.stream.Collectors.joining;

import dev.paycode.port.out.StoreUnavailableException;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulConnection;
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
 * is made anew whenever it is lost.
 */
final class RedisConnection implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final long SHUTDOWN_SECONDS = 2;

  private final AbstractRedisClient client;
  private final StatefulConnection<byte[], byte[]> connection;
  private final RedisClusterCommands<byte[], byte[]> commands;
  private final Duration timeout;
  private final String name;
  private volatile boolean isDown;
  private volatile boolean isClosed;

  private RedisConnection(
      AbstractRedisClient client,
      StatefulConnection<byte[], byte[]> connection,
      RedisClusterCommands<byte[], byte[]> commands,
      Duration timeout,
      String name) {
    this.client = client;
    this.connection = connection;
    this.commands = commands;
    this.timeout = timeout;
    this.name = name;
    connection.setTimeout(timeout);
  }

  /**
   * The connection to this server.
   *
   * @throws StoreUnavailableException if it does not answer
   */
  static RedisConnection toServer(RedisURI server, RedisSettings settings) {
    RedisClient client = RedisClient.create(settings.resources(), server);
    client.setOptions(settings.forServer());
    String name = name(List.of(server));
    return opened(
        client,
        name,
        () -> {
          StatefulRedisConnection<byte[], byte[]> opened = client.connect(ByteArrayCodec.INSTANCE);
          return new RedisConnection(client, opened, opened.sync(), settings.timeout(), name);
        });
  }

  /**
   * The connection to the cluster to which these servers belong, and maybe others.
   *
   * @throws StoreUnavailableException if none answers
   */
  static RedisConnection toCluster(List<RedisURI> seeds, RedisSettings settings) {
    RedisClusterClient client = RedisClusterClient.create(settings.resources(), seeds);
    client.setOptions(settings.forCluster());
    String name = name(seeds);
    return opened(
        client,
        name,
        () -> {
          StatefulRedisClusterConnection<byte[], byte[]> opened =
              client.connect(ByteArrayCodec.INSTANCE);
          return new RedisConnection(client, opened, opened.sync(), settings.timeout(), name);
        });
  }

  private static RedisConnection opened(
      AbstractRedisClient client, String name, Supplier<RedisConnection> open) {
    try {
      return open.get();
    } catch (RedisException down) {
      shutDown(client);
      throw unavailable(name, "connect", down);
    }
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
      throw unavailable(name, purpose, new RedisException("The store was closed"));
    }
    try {
      return call.apply(commands);
    } catch (RedisException failed) {
      throw unavailable(name, purpose, failed);
    }
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

  private static StoreUnavailableException unavailable(
      String name, String purpose, RedisException cause) {
    return new StoreUnavailableException(name + " did not " + purpose, cause);
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      connection.close();
      shutDown(client);
    }
  }

  private static void shutDown(AbstractRedisClient client) {
    client.shutdownAsync(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).join();
    client.getResources().shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Override
  public String toString() {
    return name;
  }
}
