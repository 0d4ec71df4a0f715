package dev.paycode.persistence;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;

/**
 * A connection that was made, and is made anew by Lettuce whenever it is lost.
 *
 * @param connection to the server, or to the nodes of a cluster
 * @param commands what may be asked over it
 */
record RedisLink(
    StatefulConnection<byte[], byte[]> connection, RedisClusterCommands<byte[], byte[]> commands) {

  /** The same, on which no answer may take longer. */
  RedisLink within(Duration timeout) {
    connection.setTimeout(timeout);
    return this;
  }
}
