package dev.paycode.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/**
 * A server of Redis on this machine that writes nothing to a disk.
 *
 * @param server the running server
 * @param port where it listens
 */
record LocalRedis(RedisServer server, int port) implements AutoCloseable {

  static LocalRedis start() {
    try {
      int port = freePort();
      RedisServer server =
          RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
      server.start();
      return new LocalRedis(server, port);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  String address() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
